using System.Buffers.Binary;
using System.Text;

namespace Espero.Testing.Images;

/// <summary>A super_empty.img with nothing but names, as AOSP's liblp lays it out (metadata_format.h).</summary>
public static class EmptySuper
{
    private const int GeometryBytes = 4096;
    private const int HeaderBytes = 128;
    private const int EntryBytes = 52;

    public static byte[] Of(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var image = new byte[GeometryBytes + HeaderBytes + (names.Length * EntryBytes)];
        BinaryPrimitives.WriteUInt32LittleEndian(image, 0x616C4467);
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(GeometryBytes), 0x414C5030);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(GeometryBytes + 8), HeaderBytes);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(GeometryBytes + 84), names.Length);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(GeometryBytes + 88), EntryBytes);
        for (var entry = 0; entry < names.Length; entry++)
        {
            Encoding.ASCII.GetBytes(names[entry]).CopyTo(image, GeometryBytes + HeaderBytes + (entry * EntryBytes));
        }

        return image;
    }
}
