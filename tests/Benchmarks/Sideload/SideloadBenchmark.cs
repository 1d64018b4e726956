using Espero.Benchmarks.Measuring;
using Espero.Testing.Programs;
using static Espero.Benchmarks.Measuring.Figures;

namespace Espero.Benchmarks.Sideload;

/// <summary>Debian's adb and Espero's sideload server in turn: the same package, each to a fresh phone that discards.</summary>
internal static class SideloadBenchmark
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = SideloadOptions.Parse(args);
        SayMachine(TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("espero-sideload-");
        try
        {
            var package = Path.Combine(folder.FullName, "package.zip");
            RandomImage.Write(package, options.PackageBytes);
            return await MeasureAsync(options, folder.FullName, package, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(SideloadOptions options, string folder, string package, CancellationToken cancellationToken)
    {
        var adb = new List<MeasuredRun>();
        var espero = new List<MeasuredRun>();
        for (var run = 0; run < options.Runs; run++)
        {
            adb.Add(await OnFreshPhoneAsync(phone => ["adb", "-P", phone.ServerPort, "-s", phone.Serial, "sideload", package]));
            espero.Add(await OnFreshPhoneAsync(phone => [Environment.ProcessPath!, SideloadFile.Command, phone.ServerPort, phone.Serial, package]));
        }

        if (adb.Concat(espero).FirstOrDefault(run => run.ExitCode != 0) is { } failed)
        {
            Console.Error.WriteLine($"A run failed with status {failed.ExitCode}; the figures would mean nothing.");
            return 1;
        }

        Say($"sideload: {options.PackageBytes >> 20} MiB, medians of {options.Runs}, alternating; without the adb server that both use");
        MeasuredRun.SayBeside("adb", adb, "espero", espero, options.PackageBytes);
        return 0;

        async Task<MeasuredRun> OnFreshPhoneAsync(Func<SideloadingPhone, string[]> command)
        {
            var store = Directory.CreateDirectory(Path.Combine(folder, "phone")).FullName;
            try
            {
                using var phone = await SideloadingPhone.StartAsync(options.PhonePath ?? EsperoPrograms.Phone, store, cancellationToken);
                return await MeasuredProcess.RunAsync(TimeProvider.System, cancellationToken, command(phone));
            }
            finally
            {
                Directory.Delete(store, recursive: true);
            }
        }
    }
}
