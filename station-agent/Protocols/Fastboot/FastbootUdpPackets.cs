using System.Buffers.Binary;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>
/// Fastboot over UDP (AOSP fastboot/README.md, "UDP Protocol v1"), the host's end. The phone never speaks first: the host sends
/// its bytes and gets an empty answer, then empty packets until their answer carries the reply.
/// </summary>
internal sealed class FastbootUdpPackets(UdpExchange exchange, FastbootOptions options, TimeProvider time) : IFastbootTransport
{
    private const ushort Version = 1;

    // AOSP fastboot/README.md: every implementation takes packets of 512 bytes.
    private const int MinPacketBytes = 512;
    private const int NumberBytes = 2;

    // Packets handed over at once: few enough that a lossy line shows its progress to the watchdog.
    private const int PacketsPerWrite = 32;
    private int _roomBytes = MinPacketBytes - FastbootUdpHeader.Bytes;
    private long _dataLeftBytes;

    public int DataWriteBytes => _roomBytes * PacketsPerWrite;

    /// <summary>Asks for the sequence, then agrees on the smaller of both packet sizes.</summary>
    /// <exception cref="FastbootProtocolException">The other side does not speak fastboot over UDP.</exception>
    public async ValueTask ShakeHandsAsync(CancellationToken cancellationToken)
    {
        exchange.Sequence = 0;
        var (expected, _) = await exchange.AskAsync(FastbootUdpKind.Query, default, continues: false, cancellationToken);
        exchange.Sequence = ReadNumber(expected.Span, 0);

        var offer = new byte[2 * NumberBytes];
        BinaryPrimitives.WriteUInt16BigEndian(offer, Version);
        BinaryPrimitives.WriteUInt16BigEndian(offer.AsSpan(NumberBytes), UdpExchange.MaxPacketBytes);
        var (agreed, _) = await exchange.AskAsync(FastbootUdpKind.Init, offer, continues: false, cancellationToken);
        var version = ReadNumber(agreed.Span, 0);
        var packetBytes = ReadNumber(agreed.Span, NumberBytes);
        if (version < Version || packetBytes < MinPacketBytes)
        {
            throw new FastbootProtocolException($"version {version} with packets of {packetBytes} bytes.");
        }

        _roomBytes = Math.Min((int)packetBytes, UdpExchange.MaxPacketBytes) - FastbootUdpHeader.Bytes;
    }

    public async ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken)
    {
        for (var length = 0; ;)
        {
            var (read, continues) = await ReadAsync(packet[length..], cancellationToken);
            length += read;
            if (!continues)
            {
                return length;
            }
        }
    }

    public async ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        (await ReadAsync(buffer, cancellationToken)).Length;

    public ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        _dataLeftBytes = packet.Length;
        return WriteDataAsync(packet, cancellationToken);
    }

    public ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken)
    {
        _dataLeftBytes = lengthBytes;
        return ValueTask.CompletedTask;
    }

    public async ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..Math.Min(bytes.Length, _roomBytes)];
            _dataLeftBytes -= piece.Length;
            var (answer, _) = await exchange.AskAsync(FastbootUdpKind.Fastboot, piece, _dataLeftBytes > 0, cancellationToken);
            if (!answer.IsEmpty)
            {
                throw new FastbootProtocolException($"{answer.Length} bytes where only a receipt may come.");
            }

            bytes = bytes[piece.Length..];
        }
    }

    public ValueTask DisposeAsync()
    {
        exchange.Dispose();
        return ValueTask.CompletedTask;
    }

    // An empty answer that ends its message means "not yet": some bootloaders answer so while they write.
    private async ValueTask<(int Length, bool Continues)> ReadAsync(Memory<byte> room, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (content, continues) = await exchange.AskAsync(FastbootUdpKind.Fastboot, default, continues: false, cancellationToken);
            if (content.Length > room.Length)
            {
                throw new FastbootProtocolException($"a packet of more than {room.Length} bytes.");
            }

            content.CopyTo(room);
            if (!content.IsEmpty)
            {
                return (content.Length, continues);
            }

            await Task.Delay(options.UdpPoll, time, cancellationToken);
        }
    }

    private static ushort ReadNumber(ReadOnlySpan<byte> content, int offset) =>
        content.Length >= offset + NumberBytes
            ? BinaryPrimitives.ReadUInt16BigEndian(content[offset..])
            : throw new FastbootProtocolException($"{content.Length} bytes where a handshake has more.");
}
