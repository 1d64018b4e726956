namespace Espero.Benchmarks.Measuring;

/// <summary>What one run of a program cost.</summary>
internal sealed record MeasuredRun(int ExitCode, double WallSeconds, double CpuSeconds, long PeakBytes);
