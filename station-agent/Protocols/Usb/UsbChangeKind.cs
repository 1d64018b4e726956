namespace Espero.Station.Protocols.Usb;

/// <summary>What happened to a device.</summary>
public enum UsbChangeKind
{
    Arrived,
    Left,
}
