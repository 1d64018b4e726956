using CsCheck;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;
using Espero.Station.Protocols.Sparse;
using Espero.Station.Protocols.Tests.Sparse;

namespace Espero.Station.Protocols.Tests.Images;

public sealed class ImageFlasherTests : IDisposable
{
    private const int Block = 4096;
    private const int SmallestLimit = 28 + 12 + 12 + 12 + 12 + Block;
    private const int Window = 64 * Block;
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Any_raw_image_arrives_identical_under_any_limit() =>
        RawImages().SelectMany(image => Gen.Int[SmallestLimit, Math.Max(SmallestLimit, image.Length + Block)].Select(limit => (image, limit)))
            .Sample(
                sample =>
                {
                    var (image, limit) = sample;
                    using var files = new TempFolder();
                    var phone = Flash(files.Write("image", image), image.Length, limit, out var answer);
                    return answer.Succeeded
                        && phone.Downloads.TrueForAll(part => part.Length <= limit)
                        && phone.Partition.AsSpan(0, image.Length).SequenceEqual(image)
                        && !phone.Partition.AsSpan(image.Length).ContainsAnyExcept(image.Length <= limit ? (byte)0xEE : (byte)0);
                },
                iter: 100);

    [Fact]
    public void Any_sparse_image_arrives_identical_under_any_limit() =>
        Gen.Select(SparseImages(), TightLimits()).Sample(
            (image, limit) =>
            {
                using var files = new TempFolder();
                var phone = Flash(files.Write("image", image), 64 * Block, limit, out var answer);
                var whole = Flash(files.Write("image", image), 64 * Block, int.MaxValue, out _);
                return answer.Succeeded
                    && phone.Downloads.TrueForAll(part => part.Length <= limit)
                    && phone.Partition.AsSpan().SequenceEqual(whole.Partition);
            },
            iter: 200);

    [Fact]
    public void A_part_full_of_skips_never_exceeds_its_limit()
    {
        byte[] pair = [.. SparseBytes.Chunk(0xCAC3, 1, []), .. SparseBytes.Chunk(0xCAC1, 1, SparseBytes.Blocks(1, 7))];
        byte[] image = [.. SparseBytes.Header(9, 9), .. pair, .. pair, .. pair, .. pair, .. SparseBytes.Chunk(0xCAC3, 1, [])];
        for (var limit = SmallestLimit + (2 * Block); limit < SmallestLimit + (2 * Block) + 100; limit++)
        {
            var phone = Flash(_files.Write("image", image), image.Length, limit, out _);
            Assert.All(phone.Downloads, part => Assert.InRange(part.Length, 1, limit));
        }
    }

    [Fact]
    public async Task Long_runs_of_zeros_do_not_travel()
    {
        var image = new byte[16 * Window];
        Random(1, 2 * Window).CopyTo(image, 0);
        Random(2, Window).CopyTo(image, 15 * Window);

        var phone = await FlashAsync(image, limit: 8 * Window);

        Assert.Equal(image, phone.Partition);
        Assert.InRange(phone.Downloads.Sum(part => part.Length), 3 * Window, (3 * Window) + 1024);
    }

    [Fact]
    public async Task An_image_that_fits_a_download_goes_as_it_is()
    {
        var image = Random(3, (2 * Block) + 5);

        var phone = await FlashAsync(image, limit: image.Length);

        Assert.Equal([image], phone.Downloads);
        Assert.Equal([$"download:{image.Length:x8}", "flash:system"], phone.Commands);
    }

    [Fact]
    public async Task A_split_image_is_sent_with_large_writes_and_flashed_after_every_part()
    {
        var phone = await FlashAsync(Random(4, 8 << 20), limit: 3 << 20);

        Assert.Equal(3, phone.Downloads.Count);
        Assert.Equal(3, phone.Commands.Count(command => command == "flash:system"));
        Assert.Equal(1 << 20, phone.LargestWriteBytes);
    }

    [Fact]
    public async Task Progress_counts_the_bytes_of_the_image_and_ends_at_its_size()
    {
        var image = Random(5, (5 << 20) + 100);
        var seen = new ProgressList();

        await FlashAsync(image, limit: 2 << 20, progress: seen);

        Assert.Equal(seen.Order(), seen);
        Assert.Equal(image.Length, seen[^1]);
    }

    [Theory]
    [InlineData(100, Block)]
    [InlineData((3 * Block) - 1, 3 * Block)]
    public async Task An_image_larger_than_its_partition_is_refused_before_anything_is_sent(int partitionBytes, int imageBytes)
    {
        var phone = await FlashAsync(Random(6, imageBytes), int.MaxValue, order => order with { PartitionSizeBytes = partitionBytes }, FastbootFailure.ImageTooBig);

        Assert.Empty(phone.Commands);
    }

    [Fact]
    public async Task A_sparse_image_is_measured_by_what_it_expands_to()
    {
        byte[] image = [.. SparseBytes.Header(100, 1), .. SparseBytes.Chunk(0xCAC2, 100, [0, 0, 0, 0])];

        var phone = await FlashAsync(image, int.MaxValue, order => order with { PartitionSizeBytes = 99 * Block }, FastbootFailure.ImageTooBig);

        Assert.Empty(phone.Commands);
    }

    [Fact]
    public async Task An_image_that_may_not_be_split_is_refused_when_it_exceeds_a_download()
    {
        var phone = await FlashAsync(Random(7, 3 * Block), 2 * Block, order => order with { NeverSplit = true }, FastbootFailure.ImageTooBig);

        Assert.Empty(phone.Commands);
    }

    [Fact]
    public async Task A_download_smaller_than_a_block_is_refused_before_anything_is_sent()
    {
        var phone = await FlashAsync(Random(8, 3 * Block), SmallestLimit - 1, order => order, FastbootFailure.ImageTooBig);

        Assert.Empty(phone.Commands);
    }

    [Fact]
    public async Task An_empty_image_is_refused()
    {
        var phone = await FlashAsync([], int.MaxValue, order => order, FastbootFailure.ImageTooBig);

        Assert.Empty(phone.Commands);
    }

    [Fact]
    public async Task A_sparse_image_cut_short_is_refused_before_anything_is_sent()
    {
        var image = SparseBytes.Example();
        for (var length = 4; length < image.Length; length += 13)
        {
            var phone = await FlashAsync(image[..length], int.MaxValue, order => order, FastbootFailure.ImageMalformed);
            Assert.Empty(phone.Commands);
        }
    }

    [Fact]
    public async Task A_cable_pulled_in_the_middle_of_the_data_is_a_lost_cable()
    {
        var phone = new MemoryPhone { CutAfterBytes = 3 << 20 }.WithPartition(8 << 20);
        using var image = File.OpenHandle(_files.Write("image", Random(9, 8 << 20)));
        await using var session = phone.Connect();

        var answer = await new ImageFlasher(session).FlashAsync(image, new FlashOrder("system"), progress: null, Stop);

        Assert.Equal(FastbootFailure.CableLost, answer.Error?.Failure);
        Assert.Equal(FastbootFailure.CableLost, session.End?.Failure);
    }

    [Fact]
    public async Task A_refused_part_stops_the_rest()
    {
        var phone = new MemoryPhone().WithPartition(8 << 20).Answer("flash:system", "FAILDevice is locked");
        using var image = File.OpenHandle(_files.Write("image", Random(10, 8 << 20)));
        await using var session = phone.Connect();

        var answer = await new ImageFlasher(session).FlashAsync(
            image, new FlashOrder("system") { MaxDownloadSizeBytes = 3 << 20 }, progress: null, Stop);

        Assert.Equal(new FastbootError(FastbootFailure.PhoneRefused, "Device is locked"), answer.Error);
        Assert.Single(phone.Downloads);
    }

    [Fact]
    public async Task A_file_that_shrinks_while_it_is_sent_is_unreadable()
    {
        var path = _files.Write("image", Random(11, 8 << 20));
        using var image = File.OpenHandle(path);
        await using var session = new MemoryPhone().WithPartition(8 << 20).Connect();
        using var writer = File.OpenHandle(path, access: FileAccess.Write, share: FileShare.ReadWrite);
        var shrink = new CallOnce(() => RandomAccess.SetLength(writer, 1 << 20));

        var answer = await new ImageFlasher(session).FlashAsync(image, new FlashOrder("system"), shrink, Stop);

        Assert.Equal(FastbootFailure.ImageUnreadable, answer.Error?.Failure);
    }

    private static MemoryPhone Flash(string path, int sizeBytes, int limit, out FastbootResult<string> answer)
    {
        var phone = new MemoryPhone().WithPartition((sizeBytes + Block - 1) / Block * Block);
        using var image = File.OpenHandle(path);
        var flashing = new ImageFlasher(phone.Connect()).FlashAsync(
            image, new FlashOrder("system") { MaxDownloadSizeBytes = limit }, progress: null, CancellationToken.None);
        Assert.True(flashing.IsCompleted); // nothing in memory ever waits
        answer = flashing.GetAwaiter().GetResult();
        return phone;
    }

    private Task<MemoryPhone> FlashAsync(byte[] content, int limit, IProgress<FlashProgress>? progress = null) =>
        FlashAsync(content, limit, order => order, failure: null, progress);

    private async Task<MemoryPhone> FlashAsync(
        byte[] content, int limit, Func<FlashOrder, FlashOrder> change, FastbootFailure? failure, IProgress<FlashProgress>? progress = null)
    {
        var phone = new MemoryPhone().WithPartition((content.Length + Block - 1) / Block * Block);
        using var image = File.OpenHandle(_files.Write("image", content));
        await using var session = phone.Connect();
        var order = change(new FlashOrder("system") { MaxDownloadSizeBytes = limit });
        var answer = await new ImageFlasher(session).FlashAsync(image, order, progress, Stop);
        Assert.Equal(failure, answer.Error?.Failure);
        return phone;
    }

    private static byte[] Random(int seed, int sizeBytes)
    {
        var bytes = new byte[sizeBytes];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    // Runs of zeros and of data, aligned to nothing.
    private static Gen<byte[]> RawImages() =>
        Gen.Select(Gen.Bool, Gen.Int[1, 3 * Window], Gen.Int).Array[1, 6].Select(runs =>
            runs.SelectMany(run => run.Item1 ? new byte[run.Item2] : Random(run.Item3, run.Item2)).ToArray());

    // A few bytes more than whole blocks: there a forgotten header shows.
    private static Gen<int> TightLimits() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 40]).Select((blocks, bytes) => SmallestLimit + (blocks * Block) + bytes);

    private static Gen<byte[]> SparseImages() =>
        Gen.Select(OneOf.Values<ushort>(0xCAC1, 0xCAC2, 0xCAC3, 0xCAC4), Gen.Int[0, 8], Gen.Int).Array[0, 8].Select(chunks =>
        {
            var body = chunks.SelectMany(chunk => (SparseChunkKind)chunk.Item1 switch
            {
                SparseChunkKind.Raw => SparseBytes.Chunk(chunk.Item1, (uint)chunk.Item2, Random(chunk.Item3, chunk.Item2 * Block)),
                SparseChunkKind.DontCare => SparseBytes.Chunk(chunk.Item1, (uint)chunk.Item2, []),
                SparseChunkKind.Fill or SparseChunkKind.Crc32 => SparseBytes.Chunk(chunk.Item1, (uint)chunk.Item2, Random(chunk.Item3, 4)),
            });
            var blocks = chunks.Where(chunk => chunk.Item1 != (ushort)SparseChunkKind.Crc32).Sum(chunk => chunk.Item2);
            return (byte[])[.. SparseBytes.Header((uint)blocks, (uint)chunks.Length), .. body];
        });

    private sealed class ProgressList : List<long>, IProgress<FlashProgress>
    {
        public void Report(FlashProgress value) => Add(value.DoneBytes);
    }

    private sealed class CallOnce(Action action) : IProgress<FlashProgress>
    {
        private bool _called;

        public void Report(FlashProgress value)
        {
            if (!_called)
            {
                _called = true;
                action();
            }
        }
    }
}
