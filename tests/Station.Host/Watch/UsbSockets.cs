using System.Globalization;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>The kernel's picture of USB sockets, made of files in a folder of our own. Its bus is one that no PC has.</summary>
internal sealed class UsbSockets(string root)
{
    public const int Bus = 900;

    public string Root => root;

    /// <summary>Plugs a device in; every time it gets another number on the bus.</summary>
    public void Plug(string port, string vendor, string product, int address, string? serial = null)
    {
        Directory.CreateDirectory(root);
        var hidden = Path.Combine(root, $".{port}"); // whole before anybody sees it
        Directory.CreateDirectory(hidden);
        (string File, string Text)[] files =
        [
            ("busnum", Bus.ToString(CultureInfo.InvariantCulture)), ("devnum", address.ToString(CultureInfo.InvariantCulture)),
            ("bDeviceClass", "02"), ("bConfigurationValue", "1"), ("idVendor", vendor), ("idProduct", product), ("speed", "480"),
            ("manufacturer", "SAMSUNG"), ("product", "Gadget Serial"), ("serial", serial ?? ""), ("descriptors", ""),
        ];
        foreach (var (file, text) in files)
        {
            File.WriteAllText(Path.Combine(hidden, file), text + "\n");
        }

        Directory.Move(hidden, Path.Combine(root, port));
    }

    /// <summary>The hub counts how often it has switched a socket of the PC itself off.</summary>
    public void CountOverCurrents(string port, int count)
    {
        var file = OverCurrentFile(port);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"{count}\n");
    }

    public string OverCurrentFile(string port) =>
        Path.Combine(root, $"{Bus}-0:1.0", $"usb{Bus}-port{port[(port.IndexOf('-', StringComparison.Ordinal) + 1)..]}", "over_current_count");

    /// <summary>A hub that has nothing but its cable's current.</summary>
    public void PlugHub(string port)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, port)).FullName;
        foreach (var (file, text) in new[] { ("bDeviceClass", "09"), ("bmAttributes", "a0"), ("bMaxPower", "100mA"), ("bConfigurationValue", "1") })
        {
            File.WriteAllText(Path.Combine(folder, file), text + "\n");
        }
    }

    /// <summary>Something on a socket that asks for so much current.</summary>
    public void Draw(string port, string power)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, port)).FullName;
        File.WriteAllText(Path.Combine(folder, "bMaxPower"), power + "\n");
        File.WriteAllText(Path.Combine(folder, "bConfigurationValue"), "1\n");
    }

    /// <summary>A phone on a hub without its own supply, which the kernel has left unconfigured.</summary>
    public void PlugStarved(string hub, int socket)
    {
        PlugHub(hub);
        var port = $"{hub}.{socket}";
        Plug(port, "18d1", "4ee0", address: 9);
        File.WriteAllText(Path.Combine(root, port, "bConfigurationValue"), "\n");
    }

    public void PlugDownloadMode(string port, int address = 7, string? serial = null) => Plug(port, "04e8", "685d", address, serial);

    public void Unplug(string port) => Directory.Delete(Path.Combine(root, port), recursive: true);
}
