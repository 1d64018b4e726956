using Espero.Station.Protocols.Fastboot;

namespace Espero.Fuzz;

/// <summary>A bootloader that has said all it will ever say: packets of a length byte and so many bytes. It hears nothing.</summary>
internal sealed class SaidPackets(byte[] said) : IFastbootTransport
{
    private int _at;

    public int DataWriteBytes => 4096;

    public ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken)
    {
        var length = Math.Min((int)Next(1)[0], packet.Length);
        Next(length).CopyTo(packet.Span);
        return ValueTask.FromResult(length);
    }

    public ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var length = Math.Clamp(said.Length - _at, 1, buffer.Length);
        Next(length).CopyTo(buffer.Span);
        return ValueTask.FromResult(length);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ReadOnlySpan<byte> Next(int length)
    {
        if (said.Length - _at < length)
        {
            throw new EndOfStreamException();
        }

        _at += length;
        return said.AsSpan(_at - length, length);
    }
}
