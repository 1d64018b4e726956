using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;
using Espero.Station.Protocols.Sparse;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Protocols.Tests;

/// <summary>Where Debian's fastboot was seen to fail on the wire, and Espero does not.</summary>
public sealed class RealToolFailureTests : IDisposable
{
    private const int Block = 4096;
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Failure_1_a_raw_image_of_no_whole_blocks_is_split_into_well_formed_sparse_images()
    {
        var phone = new MemoryPhone().WithPartition(10 * Block);

        Assert.True((await FlashAsync(phone, (9 * Block) + 1, 4 * Block)).Succeeded);

        Assert.True(phone.Downloads.Count > 1);
        foreach (var part in phone.Downloads)
        {
            var reader = await SparseReader.OpenAsync(new MemoryStream(part), Stop);
            Assert.Equal(10U, reader.Header.TotalBlocks);
            while (await reader.ReadChunkAsync(Stop) is not null)
            {
            }
        }
    }

    [Fact]
    public async Task Failure_3_an_oversized_image_is_refused_before_its_first_part_is_sent()
    {
        var phone = new MemoryPhone().WithPartition(9 * Block).Answer("getvar:partition-size:system", "OKAY0x9000");

        Assert.Equal(FastbootFailure.ImageTooBig, (await FlashAsync(phone, (9 * Block) + 1, 4 * Block)).Error?.Failure);

        Assert.DoesNotContain(phone.Commands, command => !command.StartsWith("getvar:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_4_a_phone_silent_after_flash_is_given_up()
    {
        var time = new FakeTimeProvider();
        var session = new MemoryPhone().Answer("flash:boot").Connect(time);

        var flashing = session.FlashAsync("boot", Stop);
        time.Advance(new FastbootOptions().Write);

        Assert.Equal(FastbootFailure.Silent, (await flashing.WaitAsync(TimeSpan.FromSeconds(10), Stop)).Error?.Failure);
    }

    [Fact]
    public async Task Failure_5_a_refused_question_is_told_apart_from_an_answer()
    {
        await using var session = new MemoryPhone().Answer("getvar:all", "FAILnot now").Answer("getvar:product", "FAILnot now").Connect();

        Assert.False((await session.GetAllVarsAsync(Stop)).Succeeded);
        Assert.Null((await session.GetVarAsync("product", Stop)).Value);
    }

    [Fact]
    public async Task Failure_6_a_logical_image_that_super_cannot_hold_is_refused_before_it_is_sent()
    {
        var phone = new MemoryPhone().WithPartition(Block).Answer("getvar:is-logical:system", "OKAYyes")
            .Answer("resize-logical-partition:system:0", "FAILPartition does not exist");

        Assert.Equal("Partition does not exist", (await FlashAsync(phone, Block, Block)).Error?.Text);

        Assert.Empty(phone.Downloads);
    }

    [Fact]
    public async Task Failure_10_a_bootloader_that_differs_in_everything_is_still_flashed()
    {
        var phone = new MemoryPhone().WithPartition(9 * Block)
            .Answer("getvar:product", "FAIL")
            .Answer("getvar:max-download-size", "OKAY4000") // hexadecimal without 0x
            .Answer("getvar:partition-size:system", "OKAY 0x9000\n");

        Assert.True((await FlashAsync(phone, 9 * Block, 4 * Block)).Succeeded);

        Assert.All(phone.Downloads, part => Assert.InRange(part.Length, 1, 4 * Block));
    }

    private async Task<FastbootResult<string>> FlashAsync(MemoryPhone phone, int imageBytes, int maxDownloadBytes)
    {
        var content = new byte[imageBytes];
        new Random(7).NextBytes(content);
        using var image = File.OpenHandle(_files.Write("image", content));
        await using var session = phone.Connect();
        var flasher = new ImageFlasher(session);
        var order = await flasher.AskAsync("system", Stop);
        return await flasher.FlashAsync(
            image, order.Value with { MaxDownloadSizeBytes = order.Value.MaxDownloadSizeBytes ?? maxDownloadBytes }, progress: null, Stop);
    }
}
