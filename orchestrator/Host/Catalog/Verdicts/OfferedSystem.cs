using System.Collections.Immutable;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>A free system that somebody offers for a model.</summary>
/// <param name="Versions">Oldest first; empty when the source does not say.</param>
/// <param name="IsMaintained">Null when the source does not say.</param>
/// <param name="Source">The data set, or "espero" for a build of the catalogue.</param>
/// <param name="IsReady">A build of the catalogue brings it.</param>
internal sealed record OfferedSystem(string Name, ImmutableArray<string> Versions, bool? IsMaintained, string Source, bool IsReady);
