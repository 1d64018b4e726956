namespace Espero.Station.Protocols.Tests.Usb;

/// <summary>Descriptors as the kernel gives them, written out by hand from USB 2.0, section 9.6.</summary>
internal static class DescriptorBytes
{
    public static byte[] Device { get; } = [18, 1, 0x00, 0x02, 0, 0, 0, 64, 0xD1, 0x18, 0xE0, 0x4E, 0, 4, 1, 2, 3, 1];

    public static byte[] Configuration(byte number) => [9, 2, 0, 0, 1, number, 0, 0x80, 250];

    public static byte[] Interface(byte number, byte setting, byte @class, byte subClass, byte protocol) =>
        [9, 4, number, setting, 2, @class, subClass, protocol, 0];

    public static byte[] Bulk(byte address, int packetBytes) => [7, 5, address, 2, (byte)packetBytes, (byte)(packetBytes >> 8), 0];

    /// <summary>A bootloader: one configuration, one interface ff/42/03, a bulk endpoint each way.</summary>
    public static byte[] Bootloader { get; } =
        [.. Device, .. Configuration(1), .. Interface(0, 0, 0xFF, 0x42, 0x03), .. Bulk(0x01, 512), .. Bulk(0x82, 512)];
}
