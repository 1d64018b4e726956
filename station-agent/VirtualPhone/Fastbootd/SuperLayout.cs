using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Storage;

namespace Espero.VirtualPhone.Fastbootd;

/// <summary>
/// The partitions that a super_empty.img lists (AOSP fs_mgr/liblp, metadata_format.h: little-endian; geometry first, then one
/// header with its tables). Sizes are not kept: an empty layout gives every partition its room only when it is written.
/// </summary>
internal sealed record SuperLayout(ImmutableArray<LogicalVolume> Volumes)
{
    private const uint GeometryMagic = 0x616C4467;
    private const uint HeaderMagic = 0x414C5030;
    private const int GeometryBytes = 4096;
    private const int HeaderSizeOffset = 8;
    private const int PartitionTableOffset = 80;
    private const int NameBytes = 36;
    private const int MaxBytes = 1 << 20;

    /// <summary>The layout in the last download; null for bytes that are none.</summary>
    public static SuperLayout? Read(IPhoneStorage storage)
    {
        var bytes = new byte[MaxBytes];
        return Parse(bytes.AsSpan(0, storage.ReadDownload(0, bytes)));
    }

    public static SuperLayout? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < GeometryBytes + PartitionTableOffset + (3 * sizeof(uint)) || Number(bytes) != GeometryMagic)
        {
            return null;
        }

        var header = bytes[GeometryBytes..];
        if (Number(header) != HeaderMagic)
        {
            return null;
        }

        // The table descriptor: offset from the end of the header, number of entries, bytes of one entry.
        var start = (long)Number(header[HeaderSizeOffset..]) + Number(header[PartitionTableOffset..]);
        var count = Number(header[(PartitionTableOffset + sizeof(uint))..]);
        var entryBytes = Number(header[(PartitionTableOffset + (2 * sizeof(uint)))..]);
        if (entryBytes < NameBytes || start + ((long)count * entryBytes) > header.Length)
        {
            return null;
        }

        var volumes = ImmutableArray.CreateBuilder<LogicalVolume>();
        for (var entry = 0; entry < count; entry++)
        {
            var name = header.Slice((int)(start + ((long)entry * entryBytes)), NameBytes);
            volumes.Add(new LogicalVolume(Encoding.ASCII.GetString(name.TrimEnd((byte)0)), SizeBytes: 0));
        }

        return volumes.All(volume => PhoneSerial.IsValid(volume.Name)) ? new SuperLayout(volumes.ToImmutable()) : null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
