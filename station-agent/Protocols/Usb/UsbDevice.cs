using System.Collections.Immutable;
using System.Globalization;

namespace Espero.Station.Protocols.Usb;

/// <summary>One plugged-in device as the kernel describes it; nothing of it was opened.</summary>
/// <param name="PortPath">The socket it is in, as Linux names it: bus, then hub ports, such as <c>1-2.3</c>.</param>
/// <param name="BusNumber">The bus, from 1.</param>
/// <param name="Address">Its number on the bus; every reconnect gives a new one.</param>
/// <param name="Serial">What it calls itself; null where it has no serial. Personal data: not for logs.</param>
/// <param name="Interfaces">Empty until the kernel has configured the device.</param>
public sealed record UsbDevice(
    string PortPath,
    int BusNumber,
    int Address,
    ushort VendorId,
    ushort ProductId,
    string? Manufacturer,
    string? Product,
    string? Serial,
    UsbSpeed Speed,
    ImmutableArray<UsbInterface> Interfaces)
{
    /// <summary>The file through which programs reach it.</summary>
    public string Node => string.Create(CultureInfo.InvariantCulture, $"/dev/bus/usb/{BusNumber:000}/{Address:000}");

    public UsbPhoneKind Kind => UsbPhoneKinds.Of(this);
}
