using System.Buffers.Binary;
using System.Text;

namespace Espero.Usb.Probe;

/// <summary>A partition table as Samsung phones give it (Heimdall libpit): a head, then 132 bytes for each partition.</summary>
internal static class OdinTable
{
    private const uint Magic = 0x12349876;
    private const int HeadBytes = 28;
    private const int EntryBytes = 132;
    private const int NameAt = 36;
    private const int FileNameAt = 68;
    private const uint Mmc = 2;
    private const uint BlockCount = 131072; // of 512 bytes
    private static readonly string[] Names = ["BOOT", "RECOVERY", "SYSTEM"];

    /// <summary>BOOT has the identifier 1, and so on.</summary>
    public static byte[] Bytes()
    {
        var bytes = new byte[HeadBytes + (Names.Length * EntryBytes)];
        Put(bytes, 0, Magic);
        Put(bytes, 4, (uint)Names.Length);
        for (var index = 0; index < Names.Length; index++)
        {
            var entry = bytes.AsSpan(HeadBytes + (index * EntryBytes), EntryBytes);
            Put(entry, 4, Mmc);
            Put(entry, 8, (uint)index + 1);
            Put(entry, 24, BlockCount);
            Encoding.ASCII.GetBytes(Names[index], entry[NameAt..]);
            Encoding.ASCII.GetBytes($"{Names[index].ToLowerInvariant()}.img", entry[FileNameAt..]);
        }

        return bytes;
    }

    private static void Put(Span<byte> bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);
}
