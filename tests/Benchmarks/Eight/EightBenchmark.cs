using System.Globalization;
using Espero.Benchmarks.FlashOne;
using Espero.Benchmarks.Measuring;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Eight;

/// <summary>Many phones flashed at once by one process, against one phone flashed alone by the same program.</summary>
internal static class EightBenchmark
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = EightOptions.Parse(args);
        SayMachine(TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("espero-eight-");
        try
        {
            var image = Path.Combine(folder.FullName, "image.raw");
            RandomImage.Write(image, options.ImageBytes);
            using var phone = await PhoneProcess.StartAsync(new FlashOneOptions(), folder.FullName, cancellationToken);
            return await MeasureAsync(options, phone.Port, image, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(EightOptions options, int port, string image, CancellationToken cancellationToken)
    {
        var one = new List<MeasuredRun>();
        var many = new List<MeasuredRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            one.Add(await FlashAsync(phones: 1));
            many.Add(await FlashAsync(options.Phones));
        }

        if (one.Concat(many).FirstOrDefault(run => run.ExitCode != 0) is { } failed)
        {
            Console.Error.WriteLine($"A run failed with status {failed.ExitCode}; the figures would mean nothing.");
            return 1;
        }

        Say($"eight: {options.ImageBytes >> 20} MiB raw to each, medians of {options.Runs}, alternating");
        var alone = PrintRow("one", 1, one);
        var together = PrintRow($"{options.Phones} at once", options.Phones, many);
        Say($"{"ratio",-12}{"",10}{together / alone,10:f2}");
        return 0;

        Task<MeasuredRun> FlashAsync(int phones) => MeasuredProcess.RunAsync(
            TimeProvider.System,
            cancellationToken,
            Environment.ProcessPath!,
            FlashFile.Command,
            port.ToString(CultureInfo.InvariantCulture),
            "userdata",
            image,
            phones.ToString(CultureInfo.InvariantCulture));

        double PrintRow(string name, int phones, List<MeasuredRun> runs)
        {
            var run = MeasuredRun.MedianOf(runs);
            var mibPerSecond = phones * (options.ImageBytes / 1048576.0) / run.WallSeconds;
            Say($"{name,-12}{run.WallSeconds,8:f2} s{mibPerSecond,10:f0} MiB/s{run.CpuSeconds,8:f2} CPU s{run.PeakBytes / 1048576.0,8:f1} MiB peak");
            return mibPerSecond;
        }
    }
}
