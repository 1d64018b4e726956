using System.Buffers.Binary;

namespace Espero.VirtualPhone.Adb;

/// <summary>Messages over one connection: a header of 24 little-endian bytes, then the payload. One reader, any writer.</summary>
internal sealed class AdbWire(Stream stream) : IAsyncDisposable
{
    public const uint Version = 0x01000001; // from here on nobody looks at checksums
    public const int MaxPayloadBytes = 1 << 20;
    private const int HeaderBytes = 24;

    // A request, an OKAY and most answers go out in one piece with their header.
    private const int SmallPayloadBytes = 4096;

    private int _joinedBytes = SmallPayloadBytes;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly byte[] _incoming = new byte[HeaderBytes];
    private readonly byte[] _outgoing = new byte[HeaderBytes + SmallPayloadBytes];
    private Task<AdbMessage>? _ahead;

    /// <summary>Over USB an adb server reads a header as a transfer of its own (AOSP adb, transport_usb.cpp).</summary>
    public static AdbWire OverUsb(Stream stream) => new(stream) { _joinedBytes = 0 };

    /// <exception cref="IOException">The connection is lost.</exception>
    /// <exception cref="AdbProtocolException">The bytes are no message.</exception>
    public Task<AdbMessage> ReadAsync(CancellationToken cancellationToken)
    {
        var reading = _ahead ?? ReadOneAsync(cancellationToken);
        _ahead = null;
        return reading;
    }

    /// <summary>Ends when there is something to read, or when there never will be; <see cref="ReadAsync"/> tells which.</summary>
    public Task LookAheadAsync(CancellationToken cancellationToken) => Task.WhenAny(_ahead ??= ReadOneAsync(cancellationToken));

    public async ValueTask WriteAsync(AdbMessage message, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Put(0, (uint)message.Command);
            Put(1, message.First);
            Put(2, message.Second);
            Put(3, (uint)message.Payload.Length);
            Put(4, Checksum(message));
            Put(5, ~(uint)message.Command);
            await SendAsync(message.Payload, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        return stream.DisposeAsync();
    }

    private async Task<AdbMessage> ReadOneAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_incoming, cancellationToken);
        var command = Number(0);
        var length = Number(3);
        if (Number(5) != ~command)
        {
            throw new AdbProtocolException($"a header whose magic does not fit its command {command:x8}.");
        }

        if (length > MaxPayloadBytes)
        {
            throw new AdbProtocolException($"a payload of {length} bytes.");
        }

        var payload = GC.AllocateUninitializedArray<byte>((int)length);
        await stream.ReadExactlyAsync(payload, cancellationToken);
        return new AdbMessage((AdbCommand)command, Number(1), Number(2), payload);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (payload.Length <= _joinedBytes)
        {
            payload.CopyTo(_outgoing.AsMemory(HeaderBytes));
            await stream.WriteAsync(_outgoing.AsMemory(0, HeaderBytes + payload.Length), cancellationToken);
            return;
        }

        await stream.WriteAsync(_outgoing.AsMemory(0, HeaderBytes), cancellationToken);
        if (!payload.IsEmpty)
        {
            await stream.WriteAsync(payload, cancellationToken);
        }
    }

    // Before both sides know each other's version the sum is still looked at.
    private static uint Checksum(AdbMessage message)
    {
        var sum = 0u;
        if (message.Command is AdbCommand.Connect or AdbCommand.Authenticate)
        {
            foreach (var one in message.Payload.Span)
            {
                sum += one;
            }
        }

        return sum;
    }

    private uint Number(int index) => BinaryPrimitives.ReadUInt32LittleEndian(_incoming.AsSpan(index * sizeof(uint)));

    private void Put(int index, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(_outgoing.AsSpan(index * sizeof(uint)), number);
}
