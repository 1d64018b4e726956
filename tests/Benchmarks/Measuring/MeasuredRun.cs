namespace Espero.Benchmarks.Measuring;

/// <summary>What one run of a program cost.</summary>
internal sealed record MeasuredRun(int ExitCode, double WallSeconds, double CpuSeconds, long PeakBytes)
{
    public static MeasuredRun MedianOf(List<MeasuredRun> runs) => new(
        0,
        Figures.Median(runs.Select(run => run.WallSeconds)),
        Figures.Median(runs.Select(run => run.CpuSeconds)),
        (long)Figures.Median(runs.Select(run => (double)run.PeakBytes)));
}
