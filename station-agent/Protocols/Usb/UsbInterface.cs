using System.Collections.Immutable;

namespace Espero.Station.Protocols.Usb;

/// <summary>One interface of a device's active configuration, in its first setting (USB 2.0, table 9-12).</summary>
public sealed record UsbInterface(byte Number, byte Class, byte SubClass, byte Protocol, ImmutableArray<UsbEndpoint> Endpoints)
{
    private const byte VendorSpecific = 0xFF;
    private const byte Android = 0x42;
    private const byte AdbProtocol = 0x01;
    private const byte FastbootProtocol = 0x03;

    public bool IsFastboot => Is(VendorSpecific, Android, FastbootProtocol);

    public bool IsAdb => Is(VendorSpecific, Android, AdbProtocol);

    public bool Is(byte @class, byte subClass, byte protocol) => (Class, SubClass, Protocol) == (@class, subClass, protocol);
}
