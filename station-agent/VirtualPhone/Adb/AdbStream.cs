using System.Text;
using System.Threading.Channels;

namespace Espero.VirtualPhone.Adb;

/// <summary>
/// One service's stream inside a connection. Each side may have one message under way: the next goes out when the other has
/// said OKAY. One reader and one writer, both the service's.
/// </summary>
internal sealed class AdbStream(uint localId, uint remoteId, AdbWire wire) : IDisposable
{
    private readonly SemaphoreSlim _mayWrite = new(1);

    // An honest peer waits for our OKAY and so never has more than one under way.
    private readonly Channel<ReadOnlyMemory<byte>> _incoming = Channel.CreateBounded<ReadOnlyMemory<byte>>(2);
    private ReadOnlyMemory<byte> _rest;
    private bool _closed;

    public uint LocalId => localId;

    public uint RemoteId => remoteId;

    /// <summary>Reads at least one byte; 0 once the other side has closed.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_rest.IsEmpty)
        {
            if (!await _incoming.Reader.WaitToReadAsync(cancellationToken))
            {
                return 0;
            }

            _rest = await _incoming.Reader.ReadAsync(cancellationToken);
            await wire.WriteAsync(new(AdbCommand.Okay, localId, remoteId, default), cancellationToken);
        }

        var length = Math.Min(buffer.Length, _rest.Length);
        _rest[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }

    /// <exception cref="EndOfStreamException">The other side closed before the buffer was full.</exception>
    public async ValueTask ReadExactlyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            var read = await ReadAsync(buffer, cancellationToken);
            buffer = read > 0 ? buffer[read..] : throw new EndOfStreamException();
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, AdbWire.MaxPayloadBytes)];
            await _mayWrite.WaitAsync(cancellationToken);
            if (_closed)
            {
                throw new EndOfStreamException();
            }

            await wire.WriteAsync(new(AdbCommand.Write, localId, remoteId, part), cancellationToken);
            bytes = bytes[part.Length..];
        }
    }

    public ValueTask WriteAsync(string text, CancellationToken cancellationToken) =>
        WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Waits until the other side has taken the last message, or has closed.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _mayWrite.WaitAsync(cancellationToken);
        _mayWrite.Release();
    }

    /// <summary>The connection's reader brings what came; false when the peer did not wait for its OKAY.</summary>
    public bool Deliver(ReadOnlyMemory<byte> payload) => _incoming.Writer.TryWrite(payload);

    /// <summary>The other side has taken our last message.</summary>
    public void Acknowledged()
    {
        if (_mayWrite.CurrentCount == 0)
        {
            _mayWrite.Release();
        }
    }

    /// <summary>The other side has closed: reads end, writes fail.</summary>
    public void PeerClosed()
    {
        _closed = true;
        _incoming.Writer.TryComplete();
        Acknowledged();
    }

    public void Dispose() => _mayWrite.Dispose();
}
