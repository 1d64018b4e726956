using System.Globalization;

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// Reads how the sockets are fed from the kernel's picture (Documentation/ABI/testing/sysfs-bus-usb): which were switched off because
/// too much current flowed, and which hubs live on their own cable's current and have too little of it. Opens no device.
/// </summary>
/// <param name="root">The folder of the picture.</param>
public sealed class UsbPower(string root = UsbTree.MachineRoot)
{
    private const int SelfPowered = 0x40; // USB 2.0, table 9-10: bmAttributes
    private const int BusMilliamps = 500; // USB 2.0, 7.2.1: a high-power port gives five unit loads of 100 mA
    private const string HubClass = "09";

    /// <summary>How often the hub has switched this socket off since it was plugged in; null where it does not tell.</summary>
    public int? OverCurrents(string portPath)
    {
        var (hub, socket) = Split(portPath);
        var face = hub.Contains('-', StringComparison.Ordinal) ? $"{hub}:1.0" : $"{hub["usb".Length..]}-0:1.0";
        return ReadNumber(Path.Combine(root, face, $"{hub}-port{socket}"), "over_current_count");
    }

    /// <summary>The want of the hub that a socket belongs to; null where there is none.</summary>
    public UsbShortage? ShortageAt(string portPath) => ShortageOf(Split(portPath).Hub);

    /// <summary>Every hub that has too little for what hangs on it.</summary>
    public IReadOnlyList<UsbShortage> Shortages() => [.. Devices().Select(ShortageOf).OfType<UsbShortage>()];

    // A root hub is fed by the PC, and says so.
    private UsbShortage? ShortageOf(string hub)
    {
        var folder = Path.Combine(root, hub);
        if (ReadText(folder, "bDeviceClass") != HubClass || (ReadHex(folder, "bmAttributes") ?? SelfPowered) is var attributes
            && (attributes & SelfPowered) != 0)
        {
            return null;
        }

        var guests = Devices().Where(port => Split(port).Hub == hub).ToList();
        var wanted = guests.Sum(port => Milliamps(Path.Combine(root, port)));
        var available = BusMilliamps - Milliamps(folder);

        // The kernel leaves a device that wants more than there is without a configuration, and then without a figure, too.
        var starved = guests.Where(port => ReadText(Path.Combine(root, port), "bConfigurationValue") is null or "0").ToList();
        return wanted > available || starved.Count > 0 ? new UsbShortage(hub, wanted, available, starved) : null;
    }

    private IEnumerable<string> Devices() => Directory.Exists(root)
        ? Directory.EnumerateFileSystemEntries(root).Select(path => Path.GetFileName(path)!).Where(UsbPortPath.IsPort).Order(StringComparer.Ordinal)
        : [];

    // "1-2.3" is socket 3 of hub "1-2"; "1-2" is socket 2 of the root hub "usb1".
    private static (string Hub, string Socket) Split(string portPath)
    {
        var dot = portPath.LastIndexOf('.');
        var hyphen = portPath.IndexOf('-', StringComparison.Ordinal);
        return dot > 0 ? (portPath[..dot], portPath[(dot + 1)..]) : ($"usb{portPath[..hyphen]}", portPath[(hyphen + 1)..]);
    }

    private static int Milliamps(string folder) =>
        int.TryParse(ReadText(folder, "bMaxPower")?.Replace("mA", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var most)
            ? most
            : 0;

    private static int? ReadNumber(string folder, string name) =>
        int.TryParse(ReadText(folder, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? ReadHex(string folder, string name) =>
        int.TryParse(ReadText(folder, name), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;

    // What leaves while it is read says nothing.
    private static string? ReadText(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name)).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
