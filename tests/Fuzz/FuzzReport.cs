namespace Espero.Fuzz;

/// <summary>What a run found.</summary>
/// <param name="Accepted">How many inputs were read to their end: a harness that only ever meets refusals proves little.</param>
/// <param name="MostAllocatedBytes">What the most expensive input allocated.</param>
/// <param name="Crash">The first; null where there was none.</param>
public sealed record FuzzReport(long Count, long Accepted, long MostAllocatedBytes, FuzzCrash? Crash);
