using System.Buffers.Binary;

namespace Espero.Station.Protocols.Sparse;

/// <summary>The 12 bytes before each chunk (AOSP libsparse/sparse_format.h, chunk_header_t), little-endian.</summary>
/// <param name="Blocks">Blocks of the expanded image that the chunk stands for.</param>
/// <param name="TotalBytes">Bytes of the chunk in the file, its header included.</param>
public readonly record struct SparseChunkHeader(SparseChunkKind Kind, uint Blocks, uint TotalBytes)
{
    public const int Bytes = 12;
    public const int PatternBytes = 4;

    /// <summary>Reads one and holds it against the image's header, so that what follows may be trusted.</summary>
    /// <exception cref="SparseFormatException">Too few bytes, an unknown kind, a size that contradicts the blocks.</exception>
    public static SparseChunkHeader Parse(ReadOnlySpan<byte> bytes, SparseHeader image)
    {
        if (bytes.Length < Bytes)
        {
            throw new SparseFormatException($"a chunk header of {bytes.Length} bytes.");
        }

        var kind = (SparseChunkKind)BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        var blocks = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        var totalBytes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        var payload = kind switch
        {
            SparseChunkKind.Raw => (long)blocks * image.BlockSizeBytes,
            SparseChunkKind.Fill or SparseChunkKind.Crc32 => PatternBytes,
            SparseChunkKind.DontCare => 0,
            _ => throw new SparseFormatException($"a chunk of kind {(ushort)kind:x4}."),
        };

        if (totalBytes != image.ChunkHeaderBytes + payload)
        {
            throw new SparseFormatException($"a {kind} chunk of {blocks} blocks in {totalBytes} bytes.");
        }

        // libsparse counts no blocks for a checksum, whatever its header says.
        return new SparseChunkHeader(kind, kind == SparseChunkKind.Crc32 ? 0 : blocks, totalBytes);
    }

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)Kind);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Blocks);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], TotalBytes);
    }
}
