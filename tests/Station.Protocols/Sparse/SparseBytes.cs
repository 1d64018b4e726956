using System.Buffers.Binary;

namespace Espero.Station.Protocols.Tests.Sparse;

/// <summary>Writes sparse images by hand, field by field, so that the tests do not lean on the code they test.</summary>
internal static class SparseBytes
{
    public static byte[] Header(
        uint blocks, uint chunks, uint blockSize = 4096, ushort headerBytes = 28, ushort chunkHeaderBytes = 12, ushort major = 1)
    {
        var bytes = new byte[headerBytes < 28 ? 28 : headerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0xED26FF3A);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), major);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), headerBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), chunkHeaderBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), blockSize);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(16), blocks);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(20), chunks);
        return bytes;
    }

    public static byte[] Chunk(ushort kind, uint blocks, byte[] payload, int headerBytes = 12, uint? totalBytes = null)
    {
        var bytes = new byte[headerBytes + payload.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, kind);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), blocks);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), totalBytes ?? (uint)bytes.Length);
        payload.CopyTo(bytes, headerBytes);
        return bytes;
    }

    public static byte[] Blocks(int count, byte value)
    {
        var bytes = new byte[count * 4096];
        Array.Fill(bytes, value);
        return bytes;
    }

    /// <summary>Two raw blocks, three filled ones, one left alone, and a checksum.</summary>
    public static byte[] Example() =>
    [
        .. Header(blocks: 6, chunks: 4),
        .. Chunk(0xCAC1, 2, Blocks(2, 0xAA)),
        .. Chunk(0xCAC2, 3, [1, 2, 3, 4]),
        .. Chunk(0xCAC3, 1, []),
        .. Chunk(0xCAC4, 0, [9, 9, 9, 9]),
    ];
}
