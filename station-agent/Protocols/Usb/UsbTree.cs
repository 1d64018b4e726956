using System.Globalization;

namespace Espero.Station.Protocols.Usb;

/// <summary>
/// Reads the kernel's picture of all USB devices (Documentation/ABI/testing/sysfs-bus-usb). Unlike libusb's own list it has
/// the texts of devices that we may not open, and it needs no udev.
/// </summary>
/// <param name="root">The folder of the picture; the machine's own in a program, a made one in tests.</param>
public sealed class UsbTree(string root = UsbTree.MachineRoot)
{
    public const string MachineRoot = "/sys/bus/usb/devices";
    private const byte HubClass = 0x09;
    private const int MaxDescriptorBytes = 1 << 13;

    /// <summary>How the sockets of the same picture are fed.</summary>
    public UsbPower Power { get; } = new(root);

    /// <summary>Every device but hubs, by port. A device that leaves while it is read is left out.</summary>
    public IReadOnlyList<UsbDevice> List()
    {
        if (!Directory.Exists(root))
        {
            return []; // a kernel without USB
        }

        return [.. Directory.EnumerateFileSystemEntries(root)
            .Where(path => UsbPortPath.IsPort(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .OfType<UsbDevice>()];
    }

    /// <summary>The kernel's driver that has an interface; null where none has. <c>usbfs</c> is a program.</summary>
    public string? DriverOf(UsbDevice device, UsbInterface face)
    {
        var configuration = ReadNumber(Path.Combine(root, device.PortPath), "bConfigurationValue", NumberStyles.None);
        var link = Path.Combine(root, string.Create(
            CultureInfo.InvariantCulture, $"{device.PortPath}:{configuration}.{face.Number}"), "driver");
        try
        {
            return Path.GetFileName(Directory.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static UsbDevice? Read(string folder)
    {
        try
        {
            if (ReadNumber(folder, "bDeviceClass", NumberStyles.AllowHexSpecifier) is null or HubClass
                || ReadNumber(folder, "busnum", NumberStyles.None) is not { } bus
                || ReadNumber(folder, "devnum", NumberStyles.None) is not { } address)
            {
                return null;
            }

            return new UsbDevice(
                Path.GetFileName(folder),
                bus,
                address,
                (ushort)(ReadNumber(folder, "idVendor", NumberStyles.AllowHexSpecifier) ?? 0),
                (ushort)(ReadNumber(folder, "idProduct", NumberStyles.AllowHexSpecifier) ?? 0),
                ReadText(folder, "manufacturer"),
                ReadText(folder, "product"),
                ReadText(folder, "serial"),
                SpeedOf(ReadText(folder, "speed")),
                UsbDescriptors.InterfacesOf(
                    ReadBytes(Path.Combine(folder, "descriptors")),
                    ReadNumber(folder, "bConfigurationValue", NumberStyles.None) ?? 0));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int? ReadNumber(string folder, string name, NumberStyles style) =>
        int.TryParse(ReadText(folder, name), style, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? ReadText(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;
    }

    // The kernel announces room for the longest descriptors there could be, and gives fewer bytes.
    private static ReadOnlySpan<byte> ReadBytes(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[MaxDescriptorBytes];
        return bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static UsbSpeed SpeedOf(string? megabits) => megabits switch
    {
        "1.5" => UsbSpeed.Low,
        "12" => UsbSpeed.Full,
        "480" => UsbSpeed.High,
        { Length: >= 4 } => UsbSpeed.Super,
        _ => UsbSpeed.Unknown,
    };
}
