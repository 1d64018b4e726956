namespace Espero.Station.Protocols.Usb;

/// <summary>
/// What was plugged in at the last look. Changes are the difference of two looks, so a slow reader misses no state and
/// nothing queues up. Not thread-safe.
/// </summary>
internal sealed class UsbPicture
{
    private Dictionary<(string PortPath, int BusNumber, int Address, bool Configured), UsbDevice> _devices = [];

    /// <summary>Takes the new picture; those that left come first, so that a port is never held twice.</summary>
    public IReadOnlyList<UsbChange> Replace(IReadOnlyList<UsbDevice> devices)
    {
        var before = _devices;
        _devices = devices.ToDictionary(device =>
            (device.PortPath, device.BusNumber, device.Address, Configured: !device.Interfaces.IsEmpty));
        return
        [
            .. before.Where(old => !_devices.ContainsKey(old.Key)).Select(old => new UsbChange(UsbChangeKind.Left, old.Value)),
            .. _devices.Where(now => !before.ContainsKey(now.Key)).Select(now => new UsbChange(UsbChangeKind.Arrived, now.Value)),
        ];
    }
}
