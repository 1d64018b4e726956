namespace Espero.Station.Protocols.Usb;

/// <summary>One endpoint of an interface (USB 2.0, table 9-13).</summary>
/// <param name="Address">Its number, with bit 7 set where the device sends.</param>
/// <param name="MaxPacketBytes">A transfer that is no multiple of this ends with a short packet.</param>
public readonly record struct UsbEndpoint(byte Address, byte Attributes, int MaxPacketBytes)
{
    private const byte DirectionIn = 0x80;
    private const byte TypeMask = 0x03;
    private const byte Bulk = 0x02;

    public bool IsBulkIn => IsBulk && (Address & DirectionIn) != 0;

    public bool IsBulkOut => IsBulk && (Address & DirectionIn) == 0;

    private bool IsBulk => (Attributes & TypeMask) == Bulk;
}
