using System.Buffers.Binary;

namespace Espero.VirtualPhone.Gadget;

/// <summary>What the gadget tells FunctionFS about its one interface, with a bulk endpoint each way.</summary>
/// <remarks>The layout is that of linux/usb/functionfs.h, little-endian.</remarks>
internal static class GadgetDescriptors
{
    private const uint DescriptorsMagic = 3; // FUNCTIONFS_DESCRIPTORS_MAGIC_V2
    private const uint StringsMagic = 2;
    private const uint FullAndHighSpeed = 1 | 2; // FUNCTIONFS_HAS_FS_DESC, FUNCTIONFS_HAS_HS_DESC
    private const uint DescriptorsPerSpeed = 3;
    private const ushort FullSpeedPacketBytes = 64;
    private const ushort HighSpeedPacketBytes = 512;
    private const byte OutAddress = 0x01;
    private const byte InAddress = 0x82;
    private const ushort English = 0x0409;

    public static byte[] Interface(GadgetFace face) =>
        WithHead(DescriptorsMagic, [
            .. Number(FullAndHighSpeed), .. Number(DescriptorsPerSpeed), .. Number(DescriptorsPerSpeed),
            .. AtSpeed(face, FullSpeedPacketBytes), .. AtSpeed(face, HighSpeedPacketBytes),
        ]);

    public static byte[] Strings() =>
        WithHead(StringsMagic, [.. Number(1), .. Number(1), (byte)(English & 0xFF), English >> 8, .. "phone\0"u8]);

    private static byte[] AtSpeed(GadgetFace face, ushort packetBytes) =>
    [
        9, 4, 0, 0, 2, face.Class, face.SubClass, face.Protocol, 1, // interface 0, two endpoints, its name is string 1
        .. Endpoint(OutAddress, packetBytes),
        .. Endpoint(InAddress, packetBytes),
    ];

    private static byte[] Endpoint(byte address, ushort packetBytes) =>
        [7, 5, address, 2, (byte)(packetBytes & 0xFF), (byte)(packetBytes >> 8), 0]; // 2: bulk

    private static byte[] WithHead(uint magic, byte[] body) =>
        [.. Number(magic), .. Number((uint)(body.Length + (2 * sizeof(uint)))), .. body];

    private static byte[] Number(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
