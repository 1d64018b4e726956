using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Benchmarks.Measuring;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Benchmarks.Usb;

/// <summary>Runs the figures of tests/usb.sh: Espero's station and Debian's fastboot in turn, over the USB of a virtual PC.</summary>
internal static partial class UsbBenchmark
{
    private const string Figure = "usb: throughput, of fastboot's";
    private const double LeastThroughput = 0.98;
    private const string Emulator = "qemu-system-x86_64";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        if (!IsInstalled(Emulator))
        {
            return [Bar.Skipped(Figure, $"{Emulator} is not installed")];
        }

        // It ends badly where the bar is missed, too; only a figure says that there is one.
        var run = await ChildProgram.RunAsync(Repository.PathTo("tests", "usb.sh"), ["--figures"], Limit, cancellationToken);
        if (FigureLine().Match(run.Output) is not { Success: true } line)
        {
            throw new UnmeasuredException($"tests/usb.sh --figures printed none:\n{run.Output}");
        }

        Figures.Say($"usb: {line.Groups["all"].Value.Trim()}");
        return [Bar.AtLeast(Figure, double.Parse(line.Groups["ratio"].Value, CultureInfo.InvariantCulture), LeastThroughput)];
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"figure - (?<all>.*ratio (?<ratio>[0-9.]+))")]
    private static partial Regex FigureLine();
}
