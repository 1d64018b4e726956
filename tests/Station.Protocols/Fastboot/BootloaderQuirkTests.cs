using Espero.Station.Protocols.Images;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>The ways in which real bootloaders differ from the specification.</summary>
public sealed class BootloaderQuirkTests : IDisposable
{
    private const int Mebibyte = 1 << 20;
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("INFOproduct: walleye")]
    [InlineData("INFOproduct:walleye")]
    [InlineData("INFO  product :\twalleye ")]
    [InlineData("TEXTproduct: walleye")]
    public async Task Getvar_all_is_read_with_and_without_spaces(string line)
    {
        await using var session = new MemoryPhone().Answer("getvar:all", line, "OKAY").Connect();

        Assert.Equal("walleye", (await session.GetAllVarsAsync(Stop)).Value["product"]);
    }

    [Theory]
    [InlineData("0x800000")]
    [InlineData("800000")]
    [InlineData("8388608")]
    [InlineData(" 0x00800000\r\n")]
    public async Task A_largest_download_of_8_MiB_is_read_however_it_is_written(string size)
    {
        await using var session = new MemoryPhone().Answer("getvar:max-download-size", $"OKAY{size}").Connect();

        Assert.Equal(8 * Mebibyte, (await session.GetMaxDownloadSizeAsync(Stop)).Value);
    }

    [Theory]
    [InlineData("OKAY")]
    [InlineData("OKAY0x0")]
    [InlineData("OKAYunlimited")]
    [InlineData("FAILunknown variable")]
    public async Task A_largest_download_that_says_nothing_is_no_limit(string reply)
    {
        await using var session = new MemoryPhone().Answer("getvar:max-download-size", reply).Connect();

        Assert.Null((await session.GetMaxDownloadSizeAsync(Stop)).Value);
    }

    [Fact]
    public async Task An_image_for_a_phone_of_8_MiB_downloads_goes_in_parts_of_at_most_that()
    {
        var content = new byte[20 * Mebibyte];
        new Random(1).NextBytes(content);
        var phone = new MemoryPhone().WithPartition(content.Length).Answer("getvar:max-download-size", "OKAY800000");
        using var image = File.OpenHandle(_files.Write("image", content));
        await using var session = phone.Connect();
        var flasher = new ImageFlasher(session);

        var order = (await flasher.AskAsync("system", Stop)).Value;
        Assert.True((await flasher.FlashAsync(image, order, progress: null, Stop)).Succeeded);

        Assert.Equal(3, phone.Downloads.Count);
        Assert.All(phone.Downloads, part => Assert.InRange(part.Length, 1, 8 * Mebibyte));
        Assert.Equal(content, phone.Partition);
    }

    [Fact]
    public async Task Messages_before_and_after_the_permission_to_send_and_after_the_data_change_nothing()
    {
        var heard = new List<string>();
        var phone = new MemoryPhone().WithPartition(3)
            .Answer("download:00000003", "INFOerasing buffer", "TEXT.", "DATA00000003", "INFOreceived")
            .Answer("flash:boot", "INFOwriting", "INFO", "OKAY");
        using var image = File.OpenHandle(_files.Write("image", [1, 2, 3]));
        await using var session = phone.Connect(onMessage: heard.Add);

        var answer = await new ImageFlasher(session).FlashAsync(image, new FlashOrder("boot"), progress: null, Stop);

        Assert.True(answer.Succeeded);
        Assert.Equal(["erasing buffer", ".", "received", "writing", ""], heard);
    }

    [Fact]
    public async Task A_current_slot_without_a_slot_count_is_still_the_current_slot()
    {
        await using var session = new MemoryPhone()
            .Answer("getvar:slot-count", "FAILunknown variable").Answer("getvar:current-slot", "OKAY_b").Connect();

        Assert.Null((await session.GetVarAsync("slot-count", Stop)).Value);
        Assert.Equal("_b", (await session.GetVarAsync("current-slot", Stop)).Value);
    }

    [Fact]
    public async Task A_phone_without_a_product_has_none()
    {
        await using var session = new MemoryPhone()
            .Answer("getvar:all", "INFOserialno:42", "OKAY").Answer("getvar:product", "FAIL").Connect();

        Assert.DoesNotContain("product", (await session.GetAllVarsAsync(Stop)).Value);
        Assert.Null((await session.GetVarAsync("product", Stop)).Value);
    }

    [Fact]
    public async Task A_reply_padded_with_zeros_is_read_without_them()
    {
        await using var session = new MemoryPhone().Answer("getvar:product", "OKAYwalleye\0\0\0\0").Connect();

        Assert.Equal("walleye", (await session.GetVarAsync("product", Stop)).Value);
    }
}
