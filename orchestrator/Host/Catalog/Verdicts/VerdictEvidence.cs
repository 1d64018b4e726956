using System.Collections.Immutable;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a verdict rests on beside what the data sets say of the model.</summary>
internal sealed record VerdictEvidence
{
    /// <summary>Names of the catalogue's builds for the model.</summary>
    public IReadOnlyList<string> Ready { get; init; } = [];

    /// <summary>The catalogue's plans for the model.</summary>
    public ImmutableArray<Plan.V1.Plan> Plans { get; init; } = [];

    /// <summary>Null when the question is about the model.</summary>
    public NotedPhone? Phone { get; init; }

    /// <summary>The account that may ask the model's maker first; null when none is in the book.</summary>
    public UnlockAccountView? Account { get; init; }
}
