using System.Buffers.Binary;

namespace Espero.Station.Protocols.Sparse;

/// <summary>The first 28 bytes of a sparse image (AOSP libsparse/sparse_format.h, sparse_header_t), little-endian.</summary>
/// <param name="BlockSizeBytes">A multiple of 4, from 4 to <see cref="MaxBlockSizeBytes"/>; nearly always 4096.</param>
/// <param name="TotalBlocks">Blocks of the expanded image.</param>
/// <param name="TotalChunks">Chunks that follow.</param>
/// <param name="HeaderBytes">At least <see cref="Bytes"/>; what is longer is skipped.</param>
/// <param name="ChunkHeaderBytes">At least <see cref="SparseChunkHeader.Bytes"/>; what is longer is skipped.</param>
/// <param name="Checksum">CRC-32 of the expanded image; 0 where the writer made none.</param>
public readonly record struct SparseHeader(
    int BlockSizeBytes,
    uint TotalBlocks,
    uint TotalChunks,
    int HeaderBytes = SparseHeader.Bytes,
    int ChunkHeaderBytes = SparseChunkHeader.Bytes,
    uint Checksum = 0)
{
    public const int Bytes = 28;
    public const int MaxBlockSizeBytes = 1 << 20;
    private const uint Magic = 0xED26FF3A;
    private const int MagicBytes = 4;
    private const ushort MajorVersion = 1;
    private const int MaxHeaderBytes = 4096;

    /// <summary>The length of the expanded image in bytes, as the header claims it: at most 4 PiB, never to be allocated.</summary>
    public long LengthBytes => (long)TotalBlocks * BlockSizeBytes;

    /// <summary>Whether a file that begins with these bytes (4 suffice) wants to be a sparse image.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) =>
        start.Length >= MagicBytes && BinaryPrimitives.ReadUInt32LittleEndian(start) == Magic;

    /// <exception cref="SparseFormatException">Fewer than 28 bytes, another magic or major version, an impossible size.</exception>
    public static SparseHeader Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Bytes || !Begins(bytes))
        {
            throw new SparseFormatException("no sparse header.");
        }

        var major = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        var headerBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var chunkHeaderBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        var blockSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
        Require(major == MajorVersion, "major version", major);
        Require(headerBytes is >= Bytes and <= MaxHeaderBytes, "header size", headerBytes);
        Require(chunkHeaderBytes is >= SparseChunkHeader.Bytes and <= MaxHeaderBytes, "chunk header size", chunkHeaderBytes);
        Require(blockSize is > 0 and <= MaxBlockSizeBytes && blockSize % 4 == 0, "block size", blockSize);

        return new SparseHeader(
            (int)blockSize,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
            headerBytes,
            chunkHeaderBytes,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]));
    }

    /// <summary>Writes the 28 bytes; the sizes of both headers are written as the ones Espero uses.</summary>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], MajorVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], Bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], SparseChunkHeader.Bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], (uint)BlockSizeBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], TotalBlocks);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], TotalChunks);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[24..], Checksum);
    }

    private static void Require(bool holds, string name, uint value)
    {
        if (!holds)
        {
            throw new SparseFormatException($"a {name} of {value}.");
        }
    }
}
