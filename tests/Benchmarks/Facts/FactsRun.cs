namespace Espero.Benchmarks.Facts;

/// <summary>One run through the lane.</summary>
/// <param name="Latencies">From send to cursor, of every fact.</param>
internal sealed record FactsRun(int Facts, TimeSpan Took, IReadOnlyList<double> Latencies, LaneCost Cost)
{
    public double PerSecond => Facts / Took.TotalSeconds;
}
