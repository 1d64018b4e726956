using System.Collections.Immutable;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What the catalogue holds for one model.</summary>
/// <param name="Builds">Their names and versions.</param>
/// <param name="Plans">The newest of each recipe, with the recipe's name.</param>
internal sealed record ModelOffer(IReadOnlyList<string> Builds, ImmutableArray<(string Recipe, Plan.V1.Plan Plan)> Plans);
