using Espero.Station.Protocols.Fastboot;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Images;

/// <summary>A file sent as it is, in one download.</summary>
internal sealed class FileDownload(SafeFileHandle file, long sizeBytes) : IDownloadSource
{
    private long _offsetBytes;

    public long SizeBytes => sizeBytes;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(buffer.Length, sizeBytes - _offsetBytes);
        ImageFile.ReadExactly(file, buffer.Span[..length], _offsetBytes);
        _offsetBytes += length;
        return ValueTask.FromResult(length);
    }
}
