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

    public void PlugDownloadMode(string port, int address = 7, string? serial = null) => Plug(port, "04e8", "685d", address, serial);

    public void Unplug(string port) => Directory.Delete(Path.Combine(root, port), recursive: true);
}
