using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Measuring;

/// <summary>What one run of a program cost.</summary>
internal sealed record MeasuredRun(int ExitCode, double WallSeconds, double CpuSeconds, long PeakBytes)
{
    private const double Mebibyte = 1 << 20;

    public static MeasuredRun MedianOf(List<MeasuredRun> runs) => new(
        0,
        Median(runs.Select(run => run.WallSeconds)),
        Median(runs.Select(run => run.CpuSeconds)),
        (long)Median(runs.Select(run => (double)run.PeakBytes)));

    /// <summary>Medians of two programs that carried the same bytes, and how the second stands to the first.</summary>
    /// <exception cref="UnmeasuredException">One of them failed.</exception>
    public static (MeasuredRun Theirs, MeasuredRun Ours) SayBeside(
        string their, List<MeasuredRun> theirs, string our, List<MeasuredRun> ours, long carriedBytes)
    {
        if (theirs.Concat(ours).FirstOrDefault(run => run.ExitCode != 0) is { } failed)
        {
            throw new UnmeasuredException($"a run of {their} or {our} ended with status {failed.ExitCode}.");
        }

        Say($"{"",-10}{"wall s",10}{"MiB/s",10}{"CPU s",10}{"peak MiB",10}");
        var (first, second) = (MedianOf(theirs), MedianOf(ours));
        first.SayRow(their, carriedBytes);
        second.SayRow(our, carriedBytes);
        var wall = second.WallSeconds / first.WallSeconds;
        Say($"{"ratio",-10}{wall,10:f2}{1 / wall,10:f2}{second.CpuSeconds / first.CpuSeconds,10:f2}{(double)second.PeakBytes / first.PeakBytes,10:f2}");
        return (first, second);
    }

    private void SayRow(string name, long carriedBytes) =>
        Say($"{name,-10}{WallSeconds,10:f2}{carriedBytes / Mebibyte / WallSeconds,10:f0}{CpuSeconds,10:f2}{PeakBytes / Mebibyte,10:f1}");
}
