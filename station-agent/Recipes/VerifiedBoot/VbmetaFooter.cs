using System.Buffers.Binary;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>The last 64 bytes of an image that carries its own vbmeta struct (libavb/avb_footer.h).</summary>
/// <param name="OffsetBytes">Where in the image the struct begins.</param>
/// <param name="SizeBytes">Of the struct with its blocks, at most <see cref="VbmetaReader.MaxBytes"/>.</param>
public readonly record struct VbmetaFooter(ulong OffsetBytes, int SizeBytes)
{
    public const int Bytes = 64;

    /// <summary>False when these are not the last bytes of such an image, or point outside of it.</summary>
    /// <param name="last">The image's last 64 bytes.</param>
    /// <param name="imageBytes">The length of the whole image.</param>
    public static bool TryRead(ReadOnlySpan<byte> last, ulong imageBytes, out VbmetaFooter footer)
    {
        footer = default;
        if (last.Length != Bytes || imageBytes < Bytes || !last.StartsWith("AVBf"u8))
        {
            return false;
        }

        var offset = BinaryPrimitives.ReadUInt64BigEndian(last[20..]);
        var size = BinaryPrimitives.ReadUInt64BigEndian(last[28..]);
        if (size is < VbmetaReader.HeaderBytes or > VbmetaReader.MaxBytes
            || offset > imageBytes - Bytes || size > imageBytes - Bytes - offset)
        {
            return false;
        }

        footer = new VbmetaFooter(offset, (int)size);
        return true;
    }
}
