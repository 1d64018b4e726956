using System.Buffers.Binary;
using System.Text;

namespace Espero.Station.Protocols.Tests.Odin;

/// <summary>Writes partition tables by hand, field by field, so that the tests do not lean on the code they test.</summary>
internal static class PitBytes
{
    public static byte[] Header(uint count, uint magic = 0x12349876)
    {
        var bytes = new byte[28];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), count);
        "COM_TAR2"u8.CopyTo(bytes.AsSpan(8));
        return bytes;
    }

    public static byte[] Entry(string name, uint identifier, uint blocks = 0, uint device = 2, uint binary = 0, string file = "")
    {
        var bytes = new byte[132];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, binary);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), device);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), identifier);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), blocks);
        Encoding.Latin1.GetBytes(name).CopyTo(bytes, 36);
        Encoding.Latin1.GetBytes(file).CopyTo(bytes, 68);
        return bytes;
    }

    /// <summary>A boot loader, a recovery of 1 MiB, a modem, and user data that takes what is left.</summary>
    public static byte[] Example() =>
    [
        .. Header(4),
        .. Entry("BOOTLOADER", 80, 8192, file: "sboot.bin"),
        .. Entry("RECOVERY", 10, 2048, file: "recovery.img"),
        .. Entry("RADIO", 11, 4096, binary: 1, file: "modem.bin"),
        .. Entry("USERDATA", 25),
    ];
}
