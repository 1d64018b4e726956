using System.Security.Cryptography;
using Espero.Benchmarks.Measuring;
using Espero.Testing;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Eight;

/// <summary>Many phones written at once by one station's program, against one of them written alone by the same one.</summary>
internal static class EightBenchmark
{
    private const double LeastShare = 0.9;
    private const double MostMegabytes = 120;
    private const double Mebibyte = 1 << 20;
    private const double Megabyte = 1e6;

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = EightOptions.Parse(args);
        var (share, peakMegabytes) = await MeasureSpeedAsync(options, cancellationToken);
        var identical = await CountIdenticalAsync(options, cancellationToken);
        return
        [
            Bar.AtLeast($"eight: throughput of {options.Phones} phones together, of one's alone", share, LeastShare),
            Bar.AtMost("eight: peak memory of the station", peakMegabytes, MostMegabytes, "MB"),
            Bar.AtLeast("eight: phones with identical bytes", identical, options.Phones),
        ];
    }

    private static async Task<(double Share, double PeakMegabytes)> MeasureSpeedAsync(
        EightOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var image = folder.PathTo("image.raw");
        RandomImage.Write(image, options.ImageBytes);
        await using var station = await FullStation.StartAsync(options, image, discards: true, cancellationToken);
        var one = new List<double>();
        var many = new List<double>();
        for (var run = 0; run < options.Runs; run++)
        {
            one.Add((await station.WriteAsync([station.Phones[0]], cancellationToken)).TotalSeconds);
            many.Add((await station.WriteAsync(station.Phones, cancellationToken)).TotalSeconds);
        }

        Say($"eight: {options.ImageBytes >> 20} MiB raw to each, to phones that discard, medians of {options.Runs}, alternating");
        var alone = SayRow("one", 1, one);
        var together = SayRow($"{options.Phones} at once", options.Phones, many);
        return (together / alone, station.PeakBytes / Megabyte);

        double SayRow(string name, int phones, List<double> seconds)
        {
            var mibPerSecond = phones * options.ImageBytes / Mebibyte / Median(seconds);
            Say($"{name,-12}{Median(seconds),8:f2} s{mibPerSecond,10:f0} MiB/s");
            return mibPerSecond;
        }
    }

    private static async Task<int> CountIdenticalAsync(EightOptions options, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var image = folder.PathTo("image.raw");
        RandomImage.Write(image, options.StoredBytes);
        await using var station = await FullStation.StartAsync(options, image, discards: false, cancellationToken);
        await station.WriteAsync(station.Phones, cancellationToken);
        var wanted = HashOf(image, options.StoredBytes);
        var identical = station.StoredImages().Count(stored => HashOf(stored, options.StoredBytes) == wanted);
        Say($"{identical} of {options.Phones} phones hold the {options.StoredBytes >> 20} MiB that were written to them at once");
        return identical;
    }

    // A partition is longer than its image.
    private static string HashOf(string path, long lengthBytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenHandle(path);
        var chunk = new byte[1 << 20];
        for (var offset = 0L; offset < lengthBytes;)
        {
            var read = RandomAccess.Read(file, chunk.AsSpan(0, (int)Math.Min(chunk.Length, lengthBytes - offset)), offset);
            if (read == 0)
            {
                break;
            }

            hash.AppendData(chunk, 0, read);
            offset += read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
