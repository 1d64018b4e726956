namespace Espero.VirtualPhone.Udp;

/// <summary>One packet: kind, flags, a big-endian sequence number, then the payload.</summary>
internal readonly record struct UdpPacket(UdpPacketKind Kind, bool Continues, ushort Sequence, ReadOnlyMemory<byte> Payload)
{
    public const int HeaderBytes = 4;
    private const byte ContinuationFlag = 1;

    /// <summary>Null for bytes that are no packet.</summary>
    public static UdpPacket? Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderBytes)
        {
            return null;
        }

        var header = bytes.Span;
        var sequence = (ushort)((header[2] << 8) | header[3]);
        return header[0] <= (byte)UdpPacketKind.Fastboot
            ? new UdpPacket((UdpPacketKind)header[0], (header[1] & ContinuationFlag) != 0, sequence, bytes[HeaderBytes..])
            : null;
    }

    /// <summary>Writes the packet, and says how long it is.</summary>
    public int Write(Span<byte> buffer)
    {
        buffer[0] = (byte)Kind;
        buffer[1] = Continues ? ContinuationFlag : (byte)0;
        buffer[2] = (byte)(Sequence >> 8);
        buffer[3] = (byte)Sequence;
        Payload.Span.CopyTo(buffer[HeaderBytes..]);
        return HeaderBytes + Payload.Length;
    }
}
