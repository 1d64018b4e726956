using Espero.Station.Protocols.Fastboot;

namespace Espero.Fuzz;

/// <summary>A phone that has sent all datagrams it will ever send: a length byte and so many bytes each. It hears nothing.</summary>
internal sealed class SaidDatagrams(byte[] said) : IDatagrams
{
    private int _at;

    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken) =>
        ValueTask.FromResult(datagram.Length);

    public ValueTask<int> ReceiveAsync(Memory<byte> room, CancellationToken cancellationToken)
    {
        if (_at >= said.Length)
        {
            throw new EndOfStreamException();
        }

        var length = Math.Min(said[_at], said.Length - _at - 1);
        said.AsSpan(_at + 1, length).CopyTo(room.Span);
        _at += 1 + length;
        return ValueTask.FromResult(length);
    }

    public void Dispose()
    {
    }
}
