using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Program;

/// <summary>Debian's own fastboot against fastbootd and against UDP.</summary>
public sealed class RealFastbootdTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryDirectory _images = new();

    public void Dispose() => _images.Dispose();

    [Fact]
    public async Task It_goes_to_fastbootd_and_back()
    {
        await using var phone = RunningPhone.Start(VirtualC.Model);

        var there = await phone.FastbootAsync("reboot", "fastboot");
        var userspace = await phone.FastbootAsync("getvar", "is-userspace");
        var back = await phone.FastbootAsync("reboot", "bootloader");

        Assert.True((there.ExitCode, back.ExitCode) == (0, 0), there.Output + back.Output);
        Assert.Contains("is-userspace: yes", userspace.Output, StringComparison.Ordinal);
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Bootloader);
    }

    [Fact]
    public async Task It_flashes_a_logical_partition_to_the_size_of_its_image()
    {
        var image = Bytes.Random((3 * MiB) + 4096);
        await using var phone = InFastbootd();

        var run = await phone.FastbootAsync("flash", "system", _images.File("system.img", image));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("Resizing 'system_a'", run.Output, StringComparison.Ordinal);
        Assert.Equal(image.Length, phone.State.Super.Single(volume => volume.Name == "system_a").SizeBytes);
        Bytes.AssertHolds(phone.Server.PartitionPath("system_a"), image);
    }

    [Fact]
    public async Task It_creates_and_deletes_logical_partitions()
    {
        await using var phone = InFastbootd();

        Assert.Equal(0, (await phone.FastbootAsync("create-logical-partition", "odm_a", $"{MiB}")).ExitCode);
        Assert.Equal(MiB, phone.State.Super.Single(volume => volume.Name == "odm_a").SizeBytes);
        Assert.Equal(0, (await phone.FastbootAsync("delete-logical-partition", "odm_a")).ExitCode);
        Assert.DoesNotContain(phone.State.Super, volume => volume.Name == "odm_a");
    }

    [Fact]
    public async Task It_cancels_a_snapshot()
    {
        await using var phone = RunningPhone.Start(
            options => options with { StartMode = PhoneMode.Fastbootd },
            VirtualC.Model with { Delivery = new() { Snapshot = SnapshotStatus.Snapshotted } });

        var run = await phone.FastbootAsync("snapshot-update", "cancel");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(SnapshotStatus.None, phone.State.Snapshot);
    }

    [Theory]
    [InlineData]
    [InlineData("lose@40")]
    [InlineData("double@3")]
    public async Task It_flashes_over_udp(params string[] faults)
    {
        var image = Bytes.Random(64 << 10);
        await using var phone = RunningPhone.OverUdp(faults);

        var flash = await phone.FastbootOverUdpAsync("flash", "boot", _images.File("boot.img", image));

        Assert.True(flash.ExitCode == 0, flash.Output);
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_a"), image);
    }

    [Fact]
    public async Task It_reboots_to_the_bootloader_over_udp_and_comes_back()
    {
        await using var phone = RunningPhone.OverUdp();

        var reboot = await phone.FastbootOverUdpAsync("reboot", "bootloader");
        await phone.WaitForAsync(state => state.BootloaderStarts == 2);
        var all = await phone.FastbootOverUdpAsync("getvar", "all");

        Assert.True((reboot.ExitCode, all.ExitCode) == (0, 0), reboot.Output + all.Output);
        Assert.Contains("serialno:TEST0001", all.Output, StringComparison.Ordinal);
    }

    private static RunningPhone InFastbootd() =>
        RunningPhone.Start(options => options with { StartMode = PhoneMode.Fastbootd }, VirtualC.Model);
}
