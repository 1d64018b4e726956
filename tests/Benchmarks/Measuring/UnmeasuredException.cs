namespace Espero.Benchmarks.Measuring;

/// <summary>What was to be measured did not work, so that a figure would mean nothing.</summary>
internal sealed class UnmeasuredException(string why) : Exception(why);
