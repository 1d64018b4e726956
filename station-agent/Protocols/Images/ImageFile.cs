using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Images;

/// <summary>Reads at an offset. Synchronous on purpose: a handful of copies out of the page cache costs less than a hop.</summary>
internal static class ImageFile
{
    /// <exception cref="EndOfStreamException">The file is shorter than it was.</exception>
    public static void ReadExactly(SafeFileHandle file, Span<byte> bytes, long offsetBytes)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(file, bytes, offsetBytes);
            if (read == 0)
            {
                throw new EndOfStreamException("The image file ends before the size it had.");
            }

            bytes = bytes[read..];
            offsetBytes += read;
        }
    }
}
