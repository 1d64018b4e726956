namespace Espero.Station.Protocols.Usb;

/// <summary>A device came or went. One that was reset, or changed what it is, goes and comes.</summary>
public readonly record struct UsbChange(UsbChangeKind Kind, UsbDevice Device);
