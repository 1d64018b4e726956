using System.Diagnostics;
using System.Globalization;

namespace Espero.Fuzz;

/// <summary>Runs parsers one after the other and says what they did.</summary>
internal static class FuzzCommand
{
    private const int Crashed = 1;
    private const int Hung = 3;

    /// <summary>What this process may take, all together.</summary>
    public const long MaxPeakBytes = 100_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static int Run(IEnumerable<FuzzTarget> targets, FuzzOptions options) =>
        targets.Select(target => Run(target, options)).Max();

    private static int Run(FuzzTarget target, FuzzOptions options)
    {
        var (now, seen) = (-1L, -2L);
        using var watch = TimeProvider.System.CreateTimer(_ => EndIfHung(), state: null, Patience, Patience);
        var report = Fuzzer.Run(target, target.Parse, options.Count, options.Seed, index => Volatile.Write(ref now, index));
        using var process = Process.GetCurrentProcess();
        var peakBytes = process.PeakWorkingSet64;
        var accepted = 100.0 * report.Accepted / report.Count;
        Say($"{target.Name}: {report.Count} inputs, {accepted:f0} % accepted, at most {report.MostAllocatedBytes} bytes for one");
        Say($"{target.Name}: the process took {peakBytes / 1_000_000} MB at its peak");
        if (report.Crash is not { } crash)
        {
            return peakBytes <= MaxPeakBytes ? 0 : Complain(target);
        }

        Say($"CRASH at input {crash.Index} of seed {options.Seed}: {Convert.ToHexString(crash.Input)}\n{crash.What}");
        return Crashed;

        // A parser that never comes back cannot be stopped, only shown.
        void EndIfHung()
        {
            var index = Volatile.Read(ref now);
            if (index == seen)
            {
                Say($"{target.Name}: HUNG at input {index} of seed {options.Seed}");
                Environment.Exit(Hung);
            }

            seen = index;
        }
    }

    private static int Complain(FuzzTarget target)
    {
        Say($"{target.Name}: the process took more than {MaxPeakBytes / 1_000_000} MB.");
        return Crashed;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
