using System.Globalization;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;

namespace Espero.Benchmarks.FlashOne;

/// <summary>What <c>fastboot flash</c> does, done by Espero's protocol code in a process of its own.</summary>
internal static class FlashFile
{
    public const string Command = "flash-file";

    public static async Task<int> RunAsync(string port, string partition, string path, CancellationToken cancellationToken)
    {
        var connected = await FastbootTcp.ConnectAsync(
            "127.0.0.1", int.Parse(port, CultureInfo.InvariantCulture), new FastbootOptions(), TimeProvider.System, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return Complain(connected.Error);
        }

        await using var session = connected.Value;
        using var image = File.OpenHandle(path);
        var limit = await session.GetMaxDownloadSizeAsync(cancellationToken);
        var order = new FlashOrder(partition) { MaxDownloadSizeBytes = limit.Value };
        var flashed = await new ImageFlasher(session).FlashAsync(image, order, progress: null, cancellationToken);
        return flashed.Succeeded ? 0 : Complain(flashed.Error);
    }

    private static int Complain(FastbootError error)
    {
        Console.Error.WriteLine($"{error.Failure}: {error.Text}");
        return 1;
    }
}
