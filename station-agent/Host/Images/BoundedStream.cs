namespace Espero.Station.Images;

/// <summary>Takes no more bytes than were announced: an archive must not fill the disk. Only written to.</summary>
internal sealed class BoundedStream(Stream inner, long limitBytes) : Stream
{
    private long _writtenBytes;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _writtenBytes;

    public override long Position
    {
        get => _writtenBytes;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Count(count);
        inner.Write(buffer, offset, count);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(int bytes)
    {
        _writtenBytes += bytes;
        if (_writtenBytes > limitBytes)
        {
            throw new OverflowException();
        }
    }

    /// <summary>More was written than was announced.</summary>
    public sealed class OverflowException : Exception;
}
