namespace Espero.Station.Protocols.Fastboot;

/// <summary>The bytes of one download, taken once from front to back.</summary>
public interface IDownloadSource
{
    /// <summary>Exactly how many bytes it will give; known before the first is sent.</summary>
    long SizeBytes { get; }

    /// <summary>The next bytes, at most as many as fit; 0 at the end.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}
