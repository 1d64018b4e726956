using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Sparse;

namespace Espero.Fuzz;

/// <summary>Formats that are read from files, and from a phone.</summary>
internal static class FormatTargets
{
    private const int BlockBytes = 64;

    public static ImmutableArray<FuzzTarget> All { get; } = [Sparse(), Pit()];

    private static FuzzTarget Sparse() => new(
        "sparse",
        [SparseImage()],
        input => ReadAsync(input, _ => { }).GetAwaiter().GetResult(),
        input => ReadAsync(input, chunk => _ = new byte[chunk.LengthBytes]).GetAwaiter().GetResult(), // believes the length
        exception => exception is SparseFormatException);

    private static FuzzTarget Pit() => new(
        "pit",
        [PitExample()],
        input => PitTable.Parse(input),
        input =>
        {
            foreach (var entry in PitTable.Parse(input).Entries)
            {
                _ = checked((int)entry.BlockCount * 512); // 2 GiB and more
            }
        },
        exception => exception is PitFormatException);

    private static async Task ReadAsync(byte[] input, Action<SparseChunk> onChunk)
    {
        var reader = await SparseReader.OpenAsync(new MemoryStream(input), CancellationToken.None);
        while (await reader.ReadChunkAsync(CancellationToken.None) is { } chunk)
        {
            onChunk(chunk);
        }
    }

    private static byte[] SparseImage()
    {
        var header = new byte[SparseHeader.Bytes];
        new SparseHeader(BlockBytes, TotalBlocks: 6, TotalChunks: 4).Write(header);
        return
        [
            .. header,
            .. Chunk(SparseChunkKind.Raw, 2, 2 * BlockBytes),
            .. Chunk(SparseChunkKind.Fill, 3, SparseChunkHeader.PatternBytes),
            .. Chunk(SparseChunkKind.DontCare, 1, 0),
            .. Chunk(SparseChunkKind.Crc32, 0, SparseChunkHeader.PatternBytes),
        ];
    }

    private static byte[] Chunk(SparseChunkKind kind, uint blocks, int payloadBytes)
    {
        var chunk = new byte[SparseChunkHeader.Bytes + payloadBytes];
        new SparseChunkHeader(kind, blocks, (uint)chunk.Length).Write(chunk);
        return chunk;
    }

    private static byte[] PitExample()
    {
        var table = new byte[28 + (3 * 132)];
        BinaryPrimitives.WriteUInt32LittleEndian(table, 0x12349876);
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(4), 3);
        string[] names = ["BOOTLOADER", "RECOVERY", "USERDATA"];
        foreach (var (index, name) in names.Index())
        {
            var entry = table.AsSpan(28 + (index * 132), 132);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 2);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)index);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], 4096);
            Encoding.ASCII.GetBytes(name, entry[36..]);
        }

        return table;
    }
}
