using CsCheck;
using Espero.Station.Protocols.Sparse;

namespace Espero.Station.Protocols.Tests.Sparse;

public sealed class SparseReaderTests
{
    private const int Block = 4096;
    private const int AllocationLimitBytes = 64 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_chunk_is_read_with_its_place()
    {
        var chunks = await ReadAsync(SparseBytes.Example());

        Assert.Equal(
            [
                new SparseChunk(SparseChunkKind.Raw, 0, 2 * Block, 0),
                new SparseChunk(SparseChunkKind.Fill, 2 * Block, 3 * Block, 0x04030201),
                new SparseChunk(SparseChunkKind.DontCare, 5 * Block, Block, 0),
                new SparseChunk(SparseChunkKind.Crc32, 6 * Block, 0, 0x09090909),
            ],
            chunks);
    }

    [Fact]
    public async Task Longer_headers_than_todays_are_passed_over()
    {
        byte[] image =
        [
            .. SparseBytes.Header(blocks: 1, chunks: 1, headerBytes: 40, chunkHeaderBytes: 20),
            .. SparseBytes.Chunk(0xCAC2, 1, [7, 7, 7, 7], headerBytes: 20),
        ];

        Assert.Equal([new SparseChunk(SparseChunkKind.Fill, 0, Block, 0x07070707)], await ReadAsync(image));
    }

    public static TheoryData<string, byte[]> Malformed() => new()
    {
        { "another magic", [.. new byte[28]] },
        { "major version 2", SparseBytes.Header(0, 0, major: 2) },
        { "a short header", SparseBytes.Header(0, 0, headerBytes: 27) },
        { "a short chunk header", SparseBytes.Header(0, 0, chunkHeaderBytes: 11) },
        { "no block size", SparseBytes.Header(0, 0, blockSize: 0) },
        { "an odd block size", SparseBytes.Header(0, 0, blockSize: 4098) },
        { "a huge block size", SparseBytes.Header(0, 0, blockSize: 0x8000_0000) },
        { "too few blocks", [.. SparseBytes.Header(2, 1), .. SparseBytes.Chunk(0xCAC3, 1, [])] },
        { "too many blocks", [.. SparseBytes.Header(2, 1), .. SparseBytes.Chunk(0xCAC3, 3, [])] },
        { "blocks that overflow", [.. SparseBytes.Header(2, 2), .. SparseBytes.Chunk(0xCAC3, 1, []), .. SparseBytes.Chunk(0xCAC3, uint.MaxValue, [])] },
        { "an unknown chunk", [.. SparseBytes.Header(1, 1), .. SparseBytes.Chunk(0xCAC5, 1, [])] },
        { "a raw chunk of another size", [.. SparseBytes.Header(1, 1), .. SparseBytes.Chunk(0xCAC1, 1, new byte[Block - 4])] },
        { "a fill without a pattern", [.. SparseBytes.Header(1, 1), .. SparseBytes.Chunk(0xCAC2, 1, [])] },
        { "a skip with content", [.. SparseBytes.Header(1, 1), .. SparseBytes.Chunk(0xCAC3, 1, [1])] },
        { "a raw chunk larger than its field", [.. SparseBytes.Header(uint.MaxValue, 1), .. SparseBytes.Chunk(0xCAC1, 0x0010_0000, [], totalBytes: 12)] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_contradiction_is_a_format_error(string what, byte[] image)
    {
        Assert.NotNull(what);
        await Assert.ThrowsAsync<SparseFormatException>(() => ReadAsync(image));
    }

    [Fact]
    public async Task An_image_cut_short_anywhere_is_a_format_error()
    {
        var image = SparseBytes.Example();
        for (var length = 0; length < image.Length; length++)
        {
            await Assert.ThrowsAsync<SparseFormatException>(() => ReadAsync(image[..length]));
        }
    }

    [Fact]
    public void Random_bytes_behind_a_valid_header_never_crash_nor_cost_memory()
    {
        var headers = Gen.Select(Gen.UInt, Gen.UInt, OneOf.Values<uint>(4, 4096, 1 << 20))
            .Select((blocks, chunks, blockSize) => SparseBytes.Header(blocks, chunks, blockSize));
        var kinds = OneOf.Values<ushort>(0xCAC1, 0xCAC2, 0xCAC3, 0xCAC4, 0xCAC5);
        var chunks = Gen.Select(kinds, Gen.UInt, Gen.UInt, Gen.Byte.Array[0, 40])
            .Select((kind, blocks, total, payload) => SparseBytes.Chunk(kind, blocks, payload, totalBytes: total));
        var honest = Gen.Select(kinds, Gen.UInt[0, 3], Gen.Byte.Array[0, 40])
            .Select((kind, blocks, payload) => SparseBytes.Chunk(kind, blocks, payload));

        Gen.Select(headers, Gen.OneOf(chunks, honest).Array[0, 6]).Sample(
            (header, body) => MeasureAllocation([.. header, .. body.SelectMany(bytes => bytes)]) < AllocationLimitBytes);
    }

    [Fact]
    public void Random_bytes_never_crash_nor_cost_memory() =>
        Gen.Byte.Array[0, 200].Sample(bytes => MeasureAllocation(bytes) < AllocationLimitBytes);

    [Fact]
    public async Task An_image_longer_than_its_target_is_refused_before_the_first_write()
    {
        var image = SparseBytes.Example();

        await Assert.ThrowsAsync<SparseFormatException>(async () => await SparseExpander.ExpandAsync(
            new MemoryStream(image), (6 * Block) - 1, (_, _, _) => throw new InvalidOperationException("Written."), Stop));
    }

    [Fact]
    public async Task An_image_is_expanded_and_what_it_does_not_care_about_is_left_alone()
    {
        var target = new byte[6 * Block];
        Array.Fill(target, (byte)0xEE);

        await SparseExpander.ExpandAsync(new MemoryStream(SparseBytes.Example()), target.Length, Keep, Stop);

        byte[] expected =
        [
            .. SparseBytes.Blocks(2, 0xAA),
            .. Enumerable.Repeat<byte[]>([1, 2, 3, 4], 3 * Block / 4).SelectMany(pattern => pattern),
            .. SparseBytes.Blocks(1, 0xEE),
        ];
        Assert.Equal(expected, target);

        ValueTask Keep(long offsetBytes, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            bytes.Span.CopyTo(target.AsSpan((int)offsetBytes));
            return ValueTask.CompletedTask;
        }
    }

    private static long MeasureAllocation(byte[] image)
    {
        var stream = new MemoryStream(image);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var reading = ReadAsync(stream, keep: null);
            Assert.True(reading.IsCompleted); // a memory stream never waits, so all of it ran on this thread
            reading.GetAwaiter().GetResult();
        }
        catch (SparseFormatException)
        {
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<List<SparseChunk>> ReadAsync(byte[] image)
    {
        var chunks = new List<SparseChunk>();
        await ReadAsync(new MemoryStream(image), chunks);
        return chunks;
    }

    private static async Task ReadAsync(Stream image, List<SparseChunk>? keep)
    {
        var reader = await SparseReader.OpenAsync(image, CancellationToken.None);
        while (await reader.ReadChunkAsync(CancellationToken.None) is { } chunk)
        {
            keep?.Add(chunk);
        }
    }
}
