using System.Buffers.Binary;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Packets of adb's transport: 24 bytes of header, little-endian, and a payload.</summary>
internal sealed class AdbWire(Stream stream) : IAsyncDisposable
{
    public const uint Connect = 0x4e584e43;
    public const uint Open = 0x4e45504f;
    public const uint Okay = 0x59414b4f;
    public const uint Write = 0x45545257;
    public const uint Close = 0x45534c43;
    private const int HeaderBytes = 24;

    private readonly byte[] _incoming = new byte[HeaderBytes];
    private readonly SemaphoreSlim _writing = new(1);

    public async Task<(uint Command, uint First, uint Second, byte[] Payload)> ReadAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_incoming, cancellationToken);
        var payload = new byte[BinaryPrimitives.ReadUInt32LittleEndian(_incoming.AsSpan(12))];
        await stream.ReadExactlyAsync(payload, cancellationToken);
        return (
            BinaryPrimitives.ReadUInt32LittleEndian(_incoming),
            BinaryPrimitives.ReadUInt32LittleEndian(_incoming.AsSpan(4)),
            BinaryPrimitives.ReadUInt32LittleEndian(_incoming.AsSpan(8)),
            payload);
    }

    public async Task WriteAsync(
        uint command, uint first, uint second, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var packet = new byte[HeaderBytes + payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(packet, command);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(4), first);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(8), second);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(12), (uint)payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(20), command ^ uint.MaxValue);
        payload.CopyTo(packet.AsMemory(HeaderBytes));
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await stream.WriteAsync(packet, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        _writing.Dispose();
    }
}
