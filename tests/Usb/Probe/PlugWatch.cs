using Espero.Station.Protocols.Usb;

namespace Espero.Usb.Probe;

/// <summary>Says what comes and goes on USB, one word a line, until the program is ended.</summary>
internal static class PlugWatch
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var bus = new UsbBus(TimeProvider.System);
        await foreach (var change in bus.WatchAsync(cancellationToken))
        {
            Console.WriteLine($"{change.Device.PortPath} {change.Kind}");
        }

        return 0;
    }
}
