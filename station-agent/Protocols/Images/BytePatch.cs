namespace Espero.Station.Protocols.Images;

/// <summary>Bits set in one byte of an image while it is read, so that no copy of the image is ever made.</summary>
/// <param name="OffsetBytes">Where in the file.</param>
/// <param name="Bits">0 changes nothing.</param>
internal readonly record struct BytePatch(long OffsetBytes, byte Bits)
{
    /// <param name="fromBytes">Where in the file <paramref name="bytes"/> begin.</param>
    public void Apply(Span<byte> bytes, long fromBytes)
    {
        var index = OffsetBytes - fromBytes;
        if (index >= 0 && index < bytes.Length)
        {
            bytes[(int)index] |= Bits;
        }
    }
}
