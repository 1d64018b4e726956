using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Adb;

/// <summary>Reads the file to send; what goes wrong here is never taken for the cable.</summary>
internal static class PackageFile
{
    /// <exception cref="AdbFileException">It is not there, or may not be read.</exception>
    public static SafeFileHandle Open(string path)
    {
        try
        {
            return File.OpenHandle(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new AdbFileException(unreadable.Message);
        }
    }

    /// <exception cref="AdbFileException">It ends before its size, or cannot be read.</exception>
    public static void ReadExactly(SafeFileHandle file, Span<byte> buffer, long offsetBytes)
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                var length = RandomAccess.Read(file, buffer, offsetBytes);
                if (length == 0)
                {
                    throw new AdbFileException("The file ended before its size: it changed while it was sent.");
                }

                buffer = buffer[length..];
                offsetBytes += length;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new AdbFileException(unreadable.Message);
        }
    }
}
