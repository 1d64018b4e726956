namespace Espero.Station.Protocols.Fastboot;

/// <summary>A download out of a stream that stays the caller's.</summary>
public sealed class StreamDownload(Stream stream, long sizeBytes) : IDownloadSource
{
    public long SizeBytes => sizeBytes;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, cancellationToken);
}
