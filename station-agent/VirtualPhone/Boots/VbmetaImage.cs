using System.Buffers.Binary;

namespace Espero.VirtualPhone.Boots;

/// <summary>The fields of a vbmeta header that decide a boot (AOSP external/avb, avb_vbmeta_image.h; big-endian).</summary>
/// <param name="RollbackIndex">A locked phone starts nothing below the index that it remembers.</param>
/// <param name="Disabled">Whether verity or verification is switched off, which a locked phone does not accept.</param>
internal sealed record VbmetaImage(long RollbackIndex, bool Disabled)
{
    private const int HeaderBytes = 256;
    private const int RollbackIndexOffset = 112;
    private const int FlagsOffset = 120;
    private const uint DisablingFlags = 3;

    /// <summary>Null for bytes that are no vbmeta.</summary>
    public static VbmetaImage? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HeaderBytes && bytes.StartsWith("AVB0"u8)
            ? new(
                BinaryPrimitives.ReadInt64BigEndian(bytes[RollbackIndexOffset..]),
                (BinaryPrimitives.ReadUInt32BigEndian(bytes[FlagsOffset..]) & DisablingFlags) != 0)
            : null;
}
