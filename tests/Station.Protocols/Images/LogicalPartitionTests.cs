using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;

namespace Espero.Station.Protocols.Tests.Images;

public sealed class LogicalPartitionTests : IDisposable
{
    private const int Block = 4096;
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_logical_partition_is_emptied_and_given_the_images_size_before_the_first_download()
    {
        var phone = Fastbootd().Answer("resize-logical-partition:system_a:0", "OKAY")
            .Answer("resize-logical-partition:system_a:12288", "OKAY");

        Assert.True((await FlashAsync(phone)).Succeeded);

        Assert.Equal(
            [
                "resize-logical-partition:system_a:0", "resize-logical-partition:system_a:12288",
                $"download:{(2 * Block) + 5:x8}", "flash:system_a",
            ],
            phone.Commands[^4..]);
    }

    [Fact]
    public async Task The_size_it_has_now_is_no_objection()
    {
        var phone = Fastbootd().Answer("getvar:partition-size:system_a", "OKAY0x1000")
            .Answer("resize-logical-partition:system_a:0", "OKAY").Answer("resize-logical-partition:system_a:12288", "OKAY");

        Assert.True((await FlashAsync(phone)).Succeeded);
    }

    [Fact]
    public async Task A_super_without_room_is_known_before_a_byte_is_sent()
    {
        var phone = Fastbootd().Answer("resize-logical-partition:system_a:0", "OKAY")
            .Answer("resize-logical-partition:system_a:12288", "FAILNot enough space to resize partition");

        var answer = await FlashAsync(phone);

        Assert.Equal("Not enough space to resize partition", answer.Error?.Text);
        Assert.Empty(phone.Downloads);
    }

    [Fact]
    public async Task An_image_that_cannot_be_sent_leaves_the_partition_as_it_is()
    {
        var phone = Fastbootd().Answer("getvar:max-download-size", "OKAY0x40");

        Assert.Equal(FastbootFailure.ImageTooBig, (await FlashAsync(phone)).Error?.Failure);

        Assert.DoesNotContain(phone.Commands, command => command.StartsWith("resize", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_staged_image_is_only_downloaded()
    {
        var phone = new MemoryPhone();
        using var image = File.OpenHandle(_files.Write("image", [1, 2, 3]));
        await using var session = phone.Connect();

        Assert.True((await new ImageFlasher(session).StageAsync(image, maxDownloadBytes: 3, progress: null, Stop)).Succeeded);

        Assert.Equal(["download:00000003"], phone.Commands);
    }

    [Fact]
    public async Task An_image_too_big_for_one_download_is_not_staged()
    {
        var phone = new MemoryPhone();
        using var image = File.OpenHandle(_files.Write("image", [1, 2, 3]));
        await using var session = phone.Connect();

        var answer = await new ImageFlasher(session).StageAsync(image, maxDownloadBytes: 2, progress: null, Stop);

        Assert.Equal(FastbootFailure.ImageTooBig, answer.Error?.Failure);
        Assert.Empty(phone.Commands);
    }

    private static MemoryPhone Fastbootd() =>
        new MemoryPhone().WithPartition(3 * Block).Answer("getvar:is-logical:system_a", "OKAYyes");

    private async Task<FastbootResult<string>> FlashAsync(MemoryPhone phone)
    {
        using var image = File.OpenHandle(_files.Write("image", [.. Enumerable.Repeat((byte)7, (2 * Block) + 5)]));
        await using var session = phone.Connect();
        var flasher = new ImageFlasher(session);
        var order = await flasher.AskAsync("system_a", Stop);
        return await flasher.FlashAsync(image, order.Value, progress: null, Stop);
    }
}
