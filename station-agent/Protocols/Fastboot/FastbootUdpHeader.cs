using System.Buffers.Binary;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>The four bytes before every packet's content (AOSP fastboot/README.md, "UDP Protocol v1"), for both ends.</summary>
/// <param name="Continues">The message goes on in the next packet.</param>
/// <param name="Sequence">Counts up by one for each packet the host sends, and around; an answer repeats it.</param>
public readonly record struct FastbootUdpHeader(FastbootUdpKind Kind, bool Continues, ushort Sequence)
{
    public const int Bytes = 4;
    private const byte ContinuationFlag = 1;

    /// <exception cref="FastbootProtocolException">Fewer than four bytes, or a kind that the protocol does not know.</exception>
    public static FastbootUdpHeader Parse(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < Bytes)
        {
            throw new FastbootProtocolException($"a datagram of {packet.Length} bytes.");
        }

        var kind = (FastbootUdpKind)packet[0];
        return kind <= FastbootUdpKind.Fastboot
            ? new(kind, (packet[1] & ContinuationFlag) != 0, BinaryPrimitives.ReadUInt16BigEndian(packet[2..]))
            : throw new FastbootProtocolException($"a datagram of kind {packet[0]}.");
    }

    public void Write(Span<byte> packet)
    {
        packet[0] = (byte)Kind;
        packet[1] = Continues ? ContinuationFlag : (byte)0;
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], Sequence);
    }
}
