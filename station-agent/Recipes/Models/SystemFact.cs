using System.Collections.Immutable;

namespace Espero.Station.Recipes.Models;

/// <summary>A system that a data set offers for a model.</summary>
/// <param name="Name">As its project writes it: "LineageOS".</param>
/// <param name="Versions">Oldest first, as written; empty when the set does not say.</param>
/// <param name="IsMaintained">Whether somebody looks after it for this model; null when the set does not say.</param>
public sealed record SystemFact(string Name, ImmutableArray<string> Versions, bool? IsMaintained);
