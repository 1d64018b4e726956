using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using Espero.Journal.V1;
using Google.Protobuf;

namespace Espero.Station.Journal;

/// <summary>A record on disk: length (u32), CRC-32C of length and payload (u32), payload. Little-endian.</summary>
internal static class RecordFormat
{
    public const int HeaderBytes = 8;

    /// <summary>A plan is some kilobytes and a log tail 8 KiB; a length above this is not one.</summary>
    public const int MaxPayloadBytes = 16 * 1024 * 1024;

    private const int LengthBytes = 4;

    public static void Append(ArrayBufferWriter<byte> buffer, Entry entry)
    {
        var payloadBytes = entry.CalculateSize();
        var record = buffer.GetSpan(HeaderBytes + payloadBytes)[..(HeaderBytes + payloadBytes)];
        entry.WriteTo(record[HeaderBytes..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)payloadBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(record[LengthBytes..], Checksum(record[..LengthBytes], record[HeaderBytes..]));
        buffer.Advance(record.Length);
    }

    /// <summary>The payload's length that a header claims, or -1 when no record has such a one.</summary>
    public static int ReadLength(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        return length is > 0 and <= MaxPayloadBytes ? (int)length : -1;
    }

    public static bool IsIntact(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[LengthBytes..]) == Checksum(header[..LengthBytes], payload);

    private static uint Checksum(ReadOnlySpan<byte> length, ReadOnlySpan<byte> payload)
    {
        var crc = BitOperations.Crc32C(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(length));
        while (payload.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(payload));
            payload = payload[sizeof(ulong)..];
        }

        foreach (var octet in payload)
        {
            crc = BitOperations.Crc32C(crc, octet);
        }

        return ~crc;
    }
}
