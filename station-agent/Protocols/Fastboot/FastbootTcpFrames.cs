using System.Buffers.Binary;
using System.Text;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>
/// Fastboot over TCP (AOSP fastboot/README.md, "TCP Protocol v1"), for both ends: a four-byte handshake, then frames of an
/// eight-byte big-endian length and that many bytes. A frame is streamed, never gathered. One reader and one writer at a time.
/// </summary>
/// <remarks>Every method may throw <see cref="IOException"/> when the connection is lost.</remarks>
public sealed class FastbootTcpFrames(Stream stream) : IFastbootTransport
{
    public const int DefaultPort = 5554;
    private const int Version = 1;
    private const int HandshakeBytes = 4;
    private const int LengthBytes = 8;

    // A command or reply goes out as one write with its length; 4096 is AOSP's FB_COMMAND_SZ.
    private const int MaxPacketBytes = 4096;
    private static readonly byte[] Handshake = "FB01"u8.ToArray();

    private readonly byte[] _incoming = new byte[LengthBytes];
    private readonly byte[] _outgoing = new byte[LengthBytes + MaxPacketBytes];
    private long _frameLeftBytes;

    /// <summary>Says FB01 and reads what the other side says; the lower version wins, and there is only one so far.</summary>
    /// <exception cref="FastbootProtocolException">The other side does not speak fastboot over TCP.</exception>
    public async ValueTask ShakeHandsAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Handshake, cancellationToken);
        var theirs = _incoming.AsMemory(0, HandshakeBytes);
        await stream.ReadExactlyAsync(theirs, cancellationToken);
        if (!SpeaksFastboot(theirs.Span))
        {
            throw new FastbootProtocolException($"a handshake of '{Encoding.Latin1.GetString(theirs.Span)}'.");
        }
    }

    /// <summary>Reads one whole frame into <paramref name="packet"/>, and says how long it was.</summary>
    /// <exception cref="FastbootProtocolException">The frame does not fit, or the frame before was not read to its end.</exception>
    public async ValueTask<int> ReadPacketAsync(Memory<byte> packet, CancellationToken cancellationToken)
    {
        if (_frameLeftBytes > 0)
        {
            throw new FastbootProtocolException($"{_frameLeftBytes} bytes of data after the announced end.");
        }

        var length = await ReadLengthAsync(cancellationToken);
        if (length > packet.Length)
        {
            throw new FastbootProtocolException($"a packet of {length} bytes.");
        }

        await stream.ReadExactlyAsync(packet[..(int)length], cancellationToken);
        return (int)length;
    }

    /// <summary>Reads the next bytes of a data phase, at least one, whatever frames they come in.</summary>
    /// <exception cref="FastbootProtocolException">A frame claims a negative length.</exception>
    public async ValueTask<int> ReadDataAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (_frameLeftBytes == 0)
        {
            _frameLeftBytes = await ReadLengthAsync(cancellationToken);
        }

        var wanted = (int)Math.Min(buffer.Length, _frameLeftBytes);
        var read = await stream.ReadAtLeastAsync(buffer[..wanted], Math.Min(wanted, 1), throwOnEndOfStream: true, cancellationToken);
        _frameLeftBytes -= read;
        return read;
    }

    /// <summary>Sends one command or reply of at most 4096 bytes as a frame of its own.</summary>
    public async ValueTask WritePacketAsync(ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(packet.Length, MaxPacketBytes);
        BinaryPrimitives.WriteInt64BigEndian(_outgoing, packet.Length);
        packet.CopyTo(_outgoing.AsMemory(LengthBytes));
        await stream.WriteAsync(_outgoing.AsMemory(0, LengthBytes + packet.Length), cancellationToken);
    }

    /// <summary>Begins a frame of <paramref name="lengthBytes"/>, which the caller then fills with <see cref="WriteDataAsync"/>.</summary>
    public async ValueTask BeginDataAsync(long lengthBytes, CancellationToken cancellationToken)
    {
        BinaryPrimitives.WriteInt64BigEndian(_outgoing, lengthBytes);
        await stream.WriteAsync(_outgoing.AsMemory(0, LengthBytes), cancellationToken);
    }

    /// <summary>Sends bytes of the frame begun; the caller sends exactly as many as it announced.</summary>
    public ValueTask WriteDataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken);

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async ValueTask<long> ReadLengthAsync(CancellationToken cancellationToken)
    {
        await stream.ReadExactlyAsync(_incoming, cancellationToken);
        var length = BinaryPrimitives.ReadInt64BigEndian(_incoming);
        return length >= 0 ? length : throw new FastbootProtocolException($"a frame length of {length:x16}.");
    }

    private static bool SpeaksFastboot(ReadOnlySpan<byte> handshake) =>
        handshake.StartsWith("FB"u8) && int.TryParse(handshake[2..], out var version) && version >= Version;
}
