namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// The two endpoints as one stream. A controller needs room for whole packets, so what is asked for is rounded up and the
/// rest kept; and it is never asked for more than is to come, because hosts end no data with an empty packet.
/// </summary>
internal sealed class GadgetStream(EndpointLane incoming, EndpointLane outgoing) : Stream
{
    // The kernel needs each read in one piece of memory; that much is always to be had.
    private const int MaxReadBytes = 1 << 16;
    private const int PacketBytes = 512;
    private readonly byte[] _kept = new byte[MaxReadBytes];
    private Memory<byte> _rest;

    /// <summary>Whether the host ended the connection.</summary>
    public bool Lost { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The host left.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty)
        {
            var wholePackets = (buffer.Length + PacketBytes - 1) / PacketBytes * PacketBytes;
            _rest = _kept.AsMemory(0, Math.Min(wholePackets, MaxReadBytes));
            _rest = _rest[..await NoticeLossAsync(incoming.ReadAsync(_rest, cancellationToken))];
        }

        var length = Math.Min(buffer.Length, _rest.Length);
        _rest[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }

    /// <exception cref="IOException">The host left.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await NoticeLossAsync(outgoing.WriteAsync(buffer, cancellationToken));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task<int> NoticeLossAsync(Task<int> call)
    {
        try
        {
            return await call;
        }
        catch (IOException)
        {
            Lost = true;
            _rest = default;
            throw;
        }
    }
}
