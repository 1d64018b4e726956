using System.Globalization;

namespace Espero.Benchmarks.Measuring;

/// <summary>Figures as a document shows them: medians, and a line that says on what kind of machine they were measured.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    public static double Quantile(IEnumerable<double> values, double share) =>
        values.Order().ToArray() is { Length: > 0 } sorted ? sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] : 0;

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>The load says what else the machine did: figures under load are worse than the program is.</summary>
    public static void SayMachine(TimeProvider time)
    {
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        Say($"{time.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores, load average at the start {load}");
    }
}
