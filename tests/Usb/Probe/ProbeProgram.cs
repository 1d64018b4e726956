using System.Diagnostics;
using System.Globalization;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Usb;

namespace Espero.Usb.Probe;

/// <summary>
/// Drives the USB code of the station as thinly as can be, for the checks inside the virtual PC: one line per finding on
/// standard output, the failure's name and exit code 1 where something failed.
/// </summary>
internal static class ProbeProgram
{
    private const int Failed = 1;
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        using var bus = new UsbBus(TimeProvider.System);
        return args switch
        {
            ["list"] => List(bus),
            ["watch", var seconds] => await WatchAsync(bus, int.Parse(seconds, CultureInfo.InvariantCulture)),
            ["getvar", var port, var name] => await TalkAsync(bus, port, session => AskAsync(session, name, cancellationToken)),
            ["flash", var port, var partition, var file] =>
                await TalkAsync(bus, port, session => FlashAsync(session, partition, file, cancellationToken)),
            ["flash-all", var partition, var file] => await FlashAllAsync(bus, partition, file, cancellationToken),
            ["download", var port, var file] => await TalkAsync(bus, port, session => DownloadAsync(session, file, cancellationToken)),
            ["hold", var port] => await TalkAsync(bus, port, _ => HoldAsync(cancellationToken)),
            ["reboot", var port] =>
                await TalkAsync(bus, port, async session => (await session.RebootAsync(RebootTarget.Bootloader, cancellationToken)).Error),
            ["download-mode", var controller, var folder] => await OdinPhone.RunAsync(controller, folder, cancellationToken),
            _ => Usage,
        };
    }

    private static int List(UsbBus bus)
    {
        foreach (var device in bus.List())
        {
            Say(device, bus.ObstacleTo(device)?.Failure.ToString() ?? "ready");
        }

        return 0;
    }

    private static async Task<int> WatchAsync(UsbBus bus, int seconds)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        try
        {
            await foreach (var change in bus.WatchAsync(enough.Token))
            {
                Say(change.Device, change.Kind.ToString());
            }
        }
        catch (OperationCanceledException)
        {
            // Long enough.
        }

        return 0;
    }

    private static async Task<int> TalkAsync(UsbBus bus, string port, Func<FastbootSession, Task<FastbootError?>> talk)
    {
        var connected = await FastbootUsb.ConnectAsync(
            bus, port, new FastbootOptions(), TimeProvider.System, Console.WriteLine, CancellationToken.None);
        if (!connected.Succeeded)
        {
            return Report(connected.Error);
        }

        await using var session = connected.Value;
        return await talk(session) is { } error ? Report(error) : 0;
    }

    private static async Task<FastbootError?> AskAsync(FastbootSession session, string name, CancellationToken cancellationToken)
    {
        var answer = await session.GetVarAsync(name, cancellationToken);
        Console.WriteLine(answer.Value);
        return answer.Error;
    }

    private static async Task<FastbootError?> FlashAsync(
        FastbootSession session, string partition, string file, CancellationToken cancellationToken)
    {
        var error = await DownloadAsync(session, file, cancellationToken);
        return error ?? (await session.FlashAsync(partition, cancellationToken)).Error;
    }

    private static async Task<int> FlashAllAsync(UsbBus bus, string partition, string file, CancellationToken cancellationToken)
    {
        var ends = await Task.WhenAll(bus.List()
            .Where(device => device.Kind == UsbPhoneKind.Fastboot)
            .Select(device => TalkAsync(bus, device.PortPath, session => FlashAsync(session, partition, file, cancellationToken))));
        return ends.Max();
    }

    private static async Task<FastbootError?> DownloadAsync(FastbootSession session, string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var started = Stopwatch.GetTimestamp();
        var answer = await session.DownloadAsync(new StreamDownload(stream, stream.Length), progress: null, cancellationToken);
        if (!answer.Succeeded)
        {
            return answer.Error;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"downloaded {stream.Length} bytes in {Stopwatch.GetElapsedTime(started).TotalSeconds:F3} s"));
        return null;
    }

    private static async Task<FastbootError?> HoldAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("holding");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return null;
    }

    private static int Report(FastbootError error)
    {
        Console.WriteLine($"{error.Failure}: {error.Text}");
        return Failed;
    }

    private static void Say(UsbDevice device, string what) => Console.WriteLine(
        $"{device.PortPath} {device.VendorId:x4}:{device.ProductId:x4} {device.Kind} {device.Speed} {device.Serial ?? "-"} {what}");
}
