using System.Buffers.Binary;

namespace Espero.Station.Protocols.Images;

/// <summary>Finds the flags of an image's vbmeta struct (AOSP libavb, avb_vbmeta_image.h and avb_footer.h; big-endian).</summary>
internal static class VbmetaPatch
{
    private const int StructBytes = 256;

    // The flags are 32 bits at offset 120; the two that matter are in their last byte.
    private const int FlagsOffsetBytes = 123;
    private const int FooterBytes = 64;
    private const int FooterStructOffsetBytes = 20;

    /// <summary>A vbmeta image begins with its struct; where there is no vbmeta partition, boot's footer says where its struct is.</summary>
    /// <returns>Null where the image has no vbmeta struct.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static BytePatch? Find(ImageFile image, VbmetaFlags flags) =>
        StructOffset(image) is { } offsetBytes ? new BytePatch(offsetBytes + FlagsOffsetBytes, (byte)flags) : null;

    private static long? StructOffset(ImageFile image)
    {
        if (HasStruct(image, 0))
        {
            return 0;
        }

        if (image.LengthBytes < FooterBytes)
        {
            return null;
        }

        Span<byte> footer = stackalloc byte[FooterBytes];
        image.ReadExactly(footer, image.LengthBytes - FooterBytes);
        var offsetBytes = BinaryPrimitives.ReadUInt64BigEndian(footer[FooterStructOffsetBytes..]);
        return footer.StartsWith("AVBf"u8) && offsetBytes <= long.MaxValue && HasStruct(image, (long)offsetBytes) ? (long)offsetBytes : null;
    }

    private static bool HasStruct(ImageFile image, long offsetBytes)
    {
        if (offsetBytes > image.LengthBytes - StructBytes)
        {
            return false;
        }

        Span<byte> magic = stackalloc byte[4];
        image.ReadExactly(magic, offsetBytes);
        return magic.SequenceEqual("AVB0"u8);
    }
}
