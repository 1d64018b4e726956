using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Images;

/// <summary>
/// The file of an image, read at an offset, with the bits that are to be set already set. Synchronous on purpose: a handful of
/// copies out of the page cache costs less than a hop. The handle stays the caller's.
/// </summary>
internal sealed class ImageFile(SafeFileHandle handle, long lengthBytes, BytePatch patch)
{
    public long LengthBytes => lengthBytes;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImageFile Open(SafeFileHandle handle) => new(handle, RandomAccess.GetLength(handle), default);

    public ImageFile With(BytePatch change) => new(handle, lengthBytes, change);

    /// <exception cref="EndOfStreamException">The file is shorter than it was.</exception>
    public void ReadExactly(Span<byte> bytes, long offsetBytes)
    {
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(handle, bytes[done..], offsetBytes + done);
            if (read == 0)
            {
                throw new EndOfStreamException("The image file ends before the size it had.");
            }

            done += read;
        }

        patch.Apply(bytes, offsetBytes);
    }
}
