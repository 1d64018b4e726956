using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Program;

/// <summary>Debian's own fastboot against the phone: what it accepts, real phones speak too.</summary>
public sealed class RealFastbootTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryDirectory _images = new();

    public void Dispose() => _images.Dispose();

    [Fact]
    public async Task It_lists_every_variable()
    {
        await using var phone = RunningPhone.Start();

        var run = await phone.FastbootAsync("getvar", "all");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("(bootloader) serialno:TEST0001", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3 * MiB)]
    [InlineData((3 * MiB) + 1)]
    [InlineData(1)]
    public async Task It_flashes_a_raw_image_to_the_current_slot(int length)
    {
        var image = Bytes.Random(length);
        await using var phone = RunningPhone.Start();

        var run = await phone.FastbootAsync("flash", "boot", _images.File("boot.img", image));

        Assert.Equal(0, run.ExitCode);
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_a"), image);
    }

    [Fact]
    public async Task It_flashes_an_image_made_by_img2simg()
    {
        var image = Patchy(5 * MiB);
        var sparse = Path.Combine(_images.Path, "boot.simg");
        Assert.Equal(0, (await Tool.RunAsync("img2simg", [_images.File("boot.img", image), sparse])).ExitCode);
        await using var phone = RunningPhone.Start();

        var run = await phone.FastbootAsync("flash", "boot", sparse);

        Assert.Equal(0, run.ExitCode);
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_a"), image);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_flashes_an_image_in_parts_when_the_phone_takes_only_small_ones(bool overSomethingOlder)
    {
        var image = Patchy(5 * MiB);
        var path = _images.File("boot.img", image);
        await using var phone = RunningPhone.Start(options => options with { MaxDownloadSizeBytes = MiB });
        if (overSomethingOlder)
        {
            await phone.FastbootAsync("flash", "boot", _images.File("old.img", Bytes.Random(5 * MiB, seed: 9)));
        }

        var run = await phone.FastbootAsync("flash", "boot", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Sending sparse 'boot_a' 2/", run.Output, StringComparison.Ordinal);
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_a"), image);
    }

    [Fact]
    public async Task It_flashes_a_file_system_over_an_erased_partition()
    {
        var path = _images.File("metadata.img", new byte[8 * MiB]);
        Assert.Equal(0, (await Tool.RunAsync("/sbin/mkfs.ext4", ["-q", "-F", path])).ExitCode);
        await using var phone = RunningPhone.Start();
        await phone.FastbootAsync("flash", "metadata", _images.File("old.img", Bytes.Random(9 * MiB)));

        Assert.Equal(0, (await phone.FastbootAsync("erase", "metadata")).ExitCode);
        Assert.Equal(0, (await phone.FastbootAsync("flash", "metadata", path)).ExitCode);

        var image = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Bytes.AssertHolds(phone.Server.PartitionPath("metadata"), image);
    }

    [Fact]
    public async Task It_formats_as_far_as_its_own_tools_go()
    {
        await using var phone = RunningPhone.Start();

        var run = await phone.FastbootAsync("format:ext4", "metadata");

        // Debian ships no mke2fs that fastboot can use: it asks all its questions, and fails on its own side.
        Assert.DoesNotContain("remote", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_an_image_that_does_not_fit()
    {
        await using var phone = RunningPhone.Start();

        var run = await phone.FastbootAsync("flash", "vbmeta", _images.File("vbmeta.img", Bytes.Random(MiB)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Not enough space for partition", run.Output, StringComparison.Ordinal);
        Bytes.AssertHolds(phone.Server.PartitionPath("vbmeta_a"), []);
    }

    [Fact]
    public async Task It_sets_the_active_slot()
    {
        await using var phone = RunningPhone.Start();

        var run = await phone.FastbootAsync("set_active", "b");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("b", phone.State.CurrentSlot);
    }

    [Fact]
    public async Task It_reboots_to_the_bootloader_and_to_the_system()
    {
        await using var phone = RunningPhone.Start();

        Assert.Equal(0, (await phone.FastbootAsync("reboot", "bootloader")).ExitCode);
        await phone.WaitForAsync(state => state.BootloaderStarts == 2);
        Assert.Equal(0, (await phone.FastbootAsync("reboot")).ExitCode);
        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);
    }

    [Fact]
    public async Task It_locks_is_refused_and_unlocks()
    {
        await using var phone = RunningPhone.Start();
        var path = _images.File("boot.img", Bytes.Random(MiB));

        Assert.Equal(0, (await phone.FastbootAsync("flashing", "lock")).ExitCode);
        var refused = await phone.FastbootAsync("flash", "boot", path);
        Assert.Equal(0, (await phone.FastbootAsync("flashing", "unlock")).ExitCode);
        var accepted = await phone.FastbootAsync("flash", "boot", path);

        Assert.Equal((1, 0), (refused.ExitCode, accepted.ExitCode));
        Assert.Contains("Flashing is not allowed in Lock State", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_the_text_of_a_fault()
    {
        await using var phone = RunningPhone.StartWith("fail:flash:low power, need battery charging.");

        var run = await phone.FastbootAsync("flash", "boot", _images.File("boot.img", Bytes.Random(MiB)));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("low power, need battery charging.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_hung_by_silence_until_killed_and_the_phone_is_not()
    {
        await using var phone = RunningPhone.StartWith("silent@1");

        await Assert.ThrowsAsync<TimeoutException>(
            () => Tool.RunAsync("fastboot", ["-s", phone.Server.Target, "getvar", "product"], limit: TimeSpan.FromSeconds(1)));

        Assert.Equal(0, (await phone.FastbootAsync("getvar", "product")).ExitCode);
    }

    [Fact]
    public async Task It_reads_nonsense_as_an_unknown_status()
    {
        await using var phone = RunningPhone.StartWith("nonsense@1");

        var run = await phone.FastbootAsync("set_active", "b");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("a", phone.State.CurrentSlot);
    }

    // Random blocks, zero blocks and blocks of one pattern, so that every kind of chunk comes up.
    private static byte[] Patchy(int length)
    {
        var image = Bytes.Random(length);
        image.AsSpan(length / 5, length / 5).Clear();
        image.AsSpan(3 * (length / 5), length / 10).Fill(0xA5);
        return image;
    }
}
