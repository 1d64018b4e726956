using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Sparse;
using Espero.Station.Protocols.Usb;

namespace Espero.Fuzz;

/// <summary>Formats that a phone speaks through the kernel or another program, or that its images have.</summary>
internal static class FormatTargets
{
    private const int BlockBytes = 64;
    private static readonly FrozenDictionary<string, string> PitNames =
        new Dictionary<string, string> { ["RECOVERY"] = "recovery.img" }.ToFrozenDictionary(StringComparer.Ordinal);


    public static ImmutableArray<FuzzTarget> All { get; } = [Sparse(), Pit(), Usb(), Heimdall()];

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

    private static FuzzTarget Usb() => new(
        "usb-descriptors",
        [
            [
                18, 1, 0, 2, 0, 0, 0, 64, 0xD1, 0x18, 0xE0, 0x4E, 0, 4, 1, 2, 3, 1,
                9, 2, 0, 0, 2, 1, 0, 0x80, 250,
                9, 4, 0, 0, 2, 0xFF, 0x42, 0x03, 0, 7, 5, 0x01, 2, 0, 2, 0, 7, 5, 0x82, 2, 0, 2, 0,
                9, 4, 1, 0, 1, 0xFF, 0x42, 0x01, 0, 7, 5, 0x03, 2, 0, 2, 0,
            ],
        ],
        input => UsbDescriptors.InterfacesOf(input, configuration: 1),
        input => _ = UsbDescriptors.InterfacesOf(input, configuration: 1).First(face => face.IsFastboot).Endpoints[1], // not a pair
        _ => false);

    private static FuzzTarget Heimdall() => new(
        "heimdall",
        [
            Encoding.ASCII.GetBytes("Uploading RECOVERY\n0%\b\b42%\b\b\b100%\nRECOVERY upload successful\n\nEnding session...\n"),
            Encoding.ASCII.GetBytes("ERROR: Failed to send file part!\nERROR: RECOVERY upload failed!\n\n"),
        ],
        input => ReadHeimdall(input),
        input => _ = ReadHeimdall(input).Uploaded.All(partition => PitNames[partition].Length > 0), // none of its table
        _ => false);

    private static HeimdallText ReadHeimdall(byte[] input)
    {
        var text = new HeimdallText(progress: null);
        text.Read(input);
        text.End();
        return text;
    }

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
