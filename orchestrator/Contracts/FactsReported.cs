namespace Espero.Orchestrator.Contracts;

/// <summary>Facts of many stations, as one publisher coalesced them. Delivered at least once, in any order.</summary>
public sealed record FactsReported(IReadOnlyList<StationFact> Facts);
