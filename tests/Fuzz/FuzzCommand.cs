using System.Globalization;

namespace Espero.Fuzz;

/// <summary>Runs parsers one after the other and says what they did.</summary>
internal static class FuzzCommand
{
    private const int Crashed = 1;
    private const int Hung = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static int Run(IEnumerable<FuzzTarget> targets, FuzzOptions options) =>
        targets.Select(target => Run(target, options)).Max();

    private static int Run(FuzzTarget target, FuzzOptions options)
    {
        var (now, seen) = (-1L, -2L);
        using var watch = TimeProvider.System.CreateTimer(_ => EndIfHung(), state: null, Patience, Patience);
        var report = Fuzzer.Run(target, target.Parse, options.Count, options.Seed, index => Volatile.Write(ref now, index));
        var peakBytes = GC.GetGCMemoryInfo().HeapSizeBytes;
        Say($"{target.Name}: {report.Count} inputs, {100.0 * report.Accepted / report.Count:f0} % accepted, at most {report.MostAllocatedBytes} bytes for one, heap {peakBytes >> 10} KiB");
        if (report.Crash is not { } crash)
        {
            return 0;
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

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
