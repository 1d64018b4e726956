using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>Finds the vbmeta struct of an image file: the file itself, or where its footer points.</summary>
public static class VbmetaFile
{
    /// <summary>Null for an image without one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static VbmetaImage? Read(string path)
    {
        using var file = File.OpenHandle(path);
        return ReadAt(file, 0, VbmetaReader.MaxBytes)
            ?? (FooterOf(file) is { } footer ? ReadAt(file, (long)footer.OffsetBytes, footer.SizeBytes) : null);
    }

    private static VbmetaFooter? FooterOf(SafeFileHandle file)
    {
        var lengthBytes = RandomAccess.GetLength(file);
        Span<byte> last = stackalloc byte[VbmetaFooter.Bytes];
        return lengthBytes >= last.Length
            && RandomAccess.Read(file, last, lengthBytes - last.Length) == last.Length
            && VbmetaFooter.TryRead(last, (ulong)lengthBytes, out var footer)
                ? footer
                : null;
    }

    private static VbmetaImage? ReadAt(SafeFileHandle file, long offsetBytes, int sizeBytes)
    {
        var bytes = new byte[sizeBytes];
        var length = RandomAccess.Read(file, bytes, offsetBytes);
        return VbmetaReader.TryRead(bytes.AsSpan(0, length), out var image, out _) ? image : null;
    }
}
