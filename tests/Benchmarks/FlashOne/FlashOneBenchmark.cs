using System.Globalization;
using Espero.Benchmarks.Measuring;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.FlashOne;

/// <summary>Debian's fastboot and Espero's flasher in turn, on the same image, against the same phone that discards.</summary>
internal static class FlashOneBenchmark
{
    private const string Partition = "userdata";

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = FlashOneOptions.Parse(args);
        SayMachine(TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("espero-flash-one-");
        try
        {
            var image = Path.Combine(folder.FullName, "image.raw");
            RandomImage.Write(image, options.ImageBytes);
            using var phone = await PhoneProcess.StartAsync(options, Path.Combine(folder.FullName, "phone"), cancellationToken);
            return await MeasureAsync(options, phone.Port.ToString(CultureInfo.InvariantCulture), image, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(FlashOneOptions options, string port, string image, CancellationToken cancellationToken)
    {
        var fastboot = new List<MeasuredRun>();
        var espero = new List<MeasuredRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            fastboot.Add(await MeasuredProcess.RunAsync(
                TimeProvider.System, cancellationToken, "fastboot", "-s", $"tcp:127.0.0.1:{port}", "flash", Partition, image));
            espero.Add(await MeasuredProcess.RunAsync(
                TimeProvider.System, cancellationToken, Environment.ProcessPath!, FlashFile.Command, port, Partition, image));
        }

        if (fastboot.Concat(espero).FirstOrDefault(run => run.ExitCode != 0) is { } failed)
        {
            Console.Error.WriteLine($"A run failed with status {failed.ExitCode}; the figures would mean nothing.");
            return 1;
        }

        Print(options, fastboot, espero);
        return 0;
    }

    private static void Print(FlashOneOptions options, List<MeasuredRun> fastboot, List<MeasuredRun> espero)
    {
        var mib = options.ImageBytes / 1048576.0;
        var phone = options.PhonePath ?? "the benchmark's own discarding phone";
        Say($"flash-one: {mib:f0} MiB raw in parts of {options.PartBytes >> 20} MiB, medians of {options.Runs}, alternating; to {phone}");
        MeasuredRun.SayBeside("fastboot", fastboot, "espero", espero, options.ImageBytes);
    }
}
