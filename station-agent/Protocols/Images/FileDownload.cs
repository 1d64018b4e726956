using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Images;

/// <summary>A file sent as it is, in one download.</summary>
internal sealed class FileDownload(ImageFile file) : IDownloadSource
{
    private long _offsetBytes;

    public long SizeBytes => file.LengthBytes;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var length = (int)Math.Min(buffer.Length, file.LengthBytes - _offsetBytes);
        file.ReadExactly(buffer.Span[..length], _offsetBytes);
        _offsetBytes += length;
        return ValueTask.FromResult(length);
    }
}
