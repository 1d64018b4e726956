using Espero.Station.Images;

namespace Espero.Station.Host.Tests.Images;

/// <summary>A disk that runs full in the middle of a file, whatever it said before.</summary>
internal sealed class SmallDisk(long roomBytes, long saysBytes) : IImageDisk
{
    public long FreeBytes => saysBytes;

    public Stream OpenAppend(string path) => new SmallStream(path, roomBytes);

    private sealed class SmallStream(string path, long roomBytes) : FileStream(path, FileMode.Append, FileAccess.Write)
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > roomBytes
                ? ValueTask.FromException(new IOException("No space left on device"))
                : base.WriteAsync(buffer, cancellationToken);
    }
}
