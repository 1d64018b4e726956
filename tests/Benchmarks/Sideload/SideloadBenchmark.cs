using System.Globalization;
using Espero.Benchmarks.Measuring;
using Espero.Testing;
using Espero.Testing.Programs;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Sideload;

/// <summary>Debian's adb and Espero's sideload server in turn: the same package, each to a fresh phone that discards.</summary>
internal static class SideloadBenchmark
{
    // Of Debian's adb's.
    private const double LeastThroughput = 1;
    private const double MostCpu = 0.5;

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = SideloadOptions.Parse(args);
        using var folder = new TemporaryFolder();
        var package = folder.PathTo("package.zip");
        RandomImage.Write(package, options.PackageBytes);
        var blockBytes = options.BlockBytes.ToString(CultureInfo.InvariantCulture);
        var adb = new List<MeasuredRun>();
        var espero = new List<MeasuredRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            adb.Add(await OnFreshPhoneAsync(phone => ["adb", "-P", phone.ServerPort, "-s", phone.Serial, "sideload", package]));
            espero.Add(await OnFreshPhoneAsync(
                phone => [Environment.ProcessPath!, SideloadFile.Command, phone.ServerPort, phone.Serial, package, blockBytes]));
        }

        var (mib, kib) = (options.PackageBytes >> 20, options.BlockBytes >> 10);
        Say($"sideload: {mib} MiB, ours in blocks of {kib} KiB, medians of {options.Runs}, alternating; without the adb server that both use");
        var (theirs, ours) = MeasuredRun.SayBeside("adb", adb, "espero", espero, options.PackageBytes);
        return
        [
            Bar.AtLeast("sideload: throughput, of adb's", theirs.WallSeconds / ours.WallSeconds, LeastThroughput),
            Bar.AtMost("sideload: CPU seconds, of adb's", ours.CpuSeconds / theirs.CpuSeconds, MostCpu),
        ];

        async Task<MeasuredRun> OnFreshPhoneAsync(Func<SideloadingPhone, string[]> command)
        {
            using var store = new TemporaryFolder();
            using var phone = await SideloadingPhone.StartAsync(options.PhonePath ?? EsperoPrograms.Phone, store.Path, cancellationToken);
            return await MeasuredProcess.RunAsync(TimeProvider.System, cancellationToken, command(phone));
        }
    }
}
