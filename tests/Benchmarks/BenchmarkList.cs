using System.Collections.Immutable;
using Espero.Benchmarks.Eight;
using Espero.Benchmarks.Facts;
using Espero.Benchmarks.FlashOne;
using Espero.Benchmarks.Measuring;
using Espero.Benchmarks.Plug;
using Espero.Benchmarks.Recipes;
using Espero.Benchmarks.Sideload;
using Espero.Benchmarks.Usb;

namespace Espero.Benchmarks;

/// <summary>All benchmarks, in the order in which "all" runs them.</summary>
internal static class BenchmarkList
{
    private const int Unmeasured = 1;

    public static ImmutableArray<Benchmark> All { get; } =
    [
        new(
            "flash-one", FlashOneBenchmark.MeasureAsync,
            """
            [--size MIB] [--part MIB] [--runs N] [--phone PATH]
                One virtual phone that discards over loopback TCP: Espero's flasher and Debian's fastboot in turn.
            """),
        new(
            "usb", UsbBenchmark.MeasureAsync,
            """

                The same over the USB of a virtual PC, by tests/usb.sh.
            """),
        new(
            "eight", EightBenchmark.MeasureAsync,
            """
            [--size MIB] [--stored MIB] [--phones N] [--runs N] [--orchestrator PATH] [--station PATH] [--phone PATH]
                Many phones written at once by one station, against one phone alone: throughput of all together, memory, and bytes.
            """),
        new(
            "sideload", SideloadBenchmark.MeasureAsync,
            """
            [--size MIB] [--block KIB] [--runs N] [--phone PATH]
                A package to a virtual phone that discards: Espero's sideload server and Debian's adb in turn.
            """),
        new(
            "plug", PlugBenchmark.MeasureAsync,
            """
            [--runs N] [--orchestrator PATH] [--station PATH] [--phone PATH]
                From the moment a released phone can be reached to the first byte of its image.
            """),
        new(
            "facts", FactsBenchmark.MeasureAsync,
            """
            [--facts N] [--stations K] [--window N] [--runs N] [--orchestrator PATH]
                Facts per second committed and acknowledged through the whole lane.
            """),
        new(
            "compile", CompileBenchmark.MeasureAsync,
            """
            [--runs N] [--devices DIR] [--espero PATH]
                All recipes that the public device data give.
            """),
        new(
            "preflight", PreflightBenchmark.MeasureAsync,
            """
            [--runs N] [--devices DIR]
                The longest of those recipes against what a phone says of itself.
            """),
        new(
            "verdict", VerdictBenchmark.MeasureAsync,
            """
            [--runs N] [--devices DIR] [--orchestrator PATH]
                "Can it be freed?", over REST, for every model of the data.
            """),
    ];

    public static Benchmark? Find(string name) => All.FirstOrDefault(benchmark => benchmark.Name == name);

    /// <summary>Runs them one after the other; what one cannot measure costs no other its figures.</summary>
    /// <returns>0 when all could be measured, whether or not a bar was met.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<Benchmark> benchmarks, string[] args, CancellationToken cancellationToken)
    {
        Figures.SayMachine(TimeProvider.System);
        var bars = new List<Bar>();
        var exitCode = 0;
        foreach (var benchmark in benchmarks)
        {
            try
            {
                bars.AddRange(await benchmark.Measure(args, cancellationToken));
            }
            catch (Exception unmeasured) when (unmeasured is not OperationCanceledException)
            {
                Console.Error.WriteLine($"{benchmark.Name} was not measured: {unmeasured.GetBaseException().Message}");
                exitCode = Unmeasured;
            }

            Console.WriteLine();
        }

        bars.ForEach(bar => bar.Say());
        return exitCode;
    }
}
