using System.Globalization;
using Espero.Benchmarks.Measuring;
using Espero.Testing;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.FlashOne;

/// <summary>Debian's fastboot and Espero's flasher in turn, on the same image, against the same phone that discards.</summary>
internal static class FlashOneBenchmark
{
    private const string Partition = "userdata";

    // Of Debian's fastboot's.
    private const double LeastThroughput = 1.5;
    private const double MostCpu = 0.7;
    private const double MostMemory = 0.25;

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = FlashOneOptions.Parse(args);
        using var folder = new TemporaryFolder();
        var image = folder.PathTo("image.raw");
        RandomImage.Write(image, options.ImageBytes);
        using var phone = await PhoneProcess.StartAsync(options, folder.PathTo("phone"), cancellationToken);
        var port = phone.Port.ToString(CultureInfo.InvariantCulture);
        var fastboot = new List<MeasuredRun>();
        var espero = new List<MeasuredRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            fastboot.Add(await MeasuredProcess.RunAsync(
                TimeProvider.System, cancellationToken, "fastboot", "-s", $"tcp:127.0.0.1:{port}", "flash", Partition, image));
            espero.Add(await MeasuredProcess.RunAsync(
                TimeProvider.System, cancellationToken, Environment.ProcessPath!, FlashFile.Command, port, Partition, image));
        }

        var (mib, partMib) = (options.ImageBytes >> 20, options.PartBytes >> 20);
        Say($"flash-one: {mib} MiB raw in parts of {partMib} MiB, medians of {options.Runs}, alternating");
        var (theirs, ours) = MeasuredRun.SayBeside("fastboot", fastboot, "espero", espero, options.ImageBytes);
        return
        [
            Bar.AtLeast("flash-one: throughput, of fastboot's", theirs.WallSeconds / ours.WallSeconds, LeastThroughput),
            Bar.AtMost("flash-one: CPU seconds, of fastboot's", ours.CpuSeconds / theirs.CpuSeconds, MostCpu),
            Bar.AtMost("flash-one: peak memory, of fastboot's", (double)ours.PeakBytes / theirs.PeakBytes, MostMemory),
        ];
    }
}
