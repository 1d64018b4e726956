namespace Espero.Station.Protocols.Usb;

/// <summary>How a transfer ended, and how many bytes had moved by then.</summary>
internal readonly record struct UsbTransferEnd(int Bytes, UsbError? Error);
