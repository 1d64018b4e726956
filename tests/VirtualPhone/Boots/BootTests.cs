using System.Buffers.Binary;
using System.Text;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Boots;

public sealed class BootTests
{
    private const string Fingerprint = "espero/trial/virtual-c:14/ONE/1:user/release-keys";

    [Fact]
    public async Task A_boot_image_that_is_none_spends_its_tries_and_the_old_slot_starts()
    {
        await using var phone = RunningPhone.Start(VirtualC.Model);
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("boot_b", Bytes.Random(4096));
            await client.SendAsync("set_active:b");
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);

        Assert.Equal("a", phone.State.CurrentSlot);
        Assert.Equal((0, true), (phone.State.Slot("b")!.RetriesLeft, phone.State.Slot("b")!.Unbootable));
    }

    [Fact]
    public async Task Without_another_slot_that_has_started_the_bootloader_is_back()
    {
        await using var phone = RunningPhone.Start(VirtualC.Model);
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("boot_a", Bytes.Random(4096));
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.BootloaderStarts == 2);

        Assert.Equal(0, phone.State.SystemStarts);
    }

    [Fact]
    public async Task A_written_system_starts_under_its_own_fingerprint()
    {
        await using var phone = RunningPhone.Start(options => options with { StartMode = PhoneMode.Fastbootd }, VirtualC.Model);
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("boot_a", BootImage());
            await client.FlashAsync("system_a", System());
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);

        Assert.Equal(new InstalledSystem(Fingerprint, "14", "2024-02-05", 1_707_000_000), phone.State.Current.System);
    }

    [Theory]
    [InlineData(3, 5, false)] // verity and verification switched off
    [InlineData(0, 4, false)] // older than what the phone remembers
    [InlineData(0, 5, true)]
    public async Task A_locked_phone_starts_only_what_its_vbmeta_allows(uint flags, long rollbackIndex, bool starts)
    {
        await using var phone = RunningPhone.Start(VirtualC.Model);
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("vbmeta_a", Vbmeta(flags, rollbackIndex));
        }

        await phone.RestartAsync(options => options with { Faults = [new ConditionFault { Unlocked = false, RollbackIndex = 5 }] });
        var before = phone.State.BootloaderStarts;
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.Mode is PhoneMode.System || state.BootloaderStarts > before);

        Assert.Equal(starts, phone.State.Mode == PhoneMode.System);
    }

    [Theory]
    [InlineData("erase:userdata")]
    [InlineData("flashing lock")]
    public async Task A_wipe_switches_usb_debugging_off(string command)
    {
        await using var phone = RunningPhone.Start(RunningPhone.WithAdb, VirtualC.Model);
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync(command);
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);

        Assert.Equal((false, false), (phone.State.AdbEnabled, phone.State.HoldsOwnersData));
        Assert.Equal(["06/01/01"], phone.State.Gadget.Interfaces);
        await Assert.ThrowsAnyAsync<IOException>(() => AdbHello.SendAsync(phone.Server.AdbAddress!));
    }

    [Fact]
    public async Task A_phone_that_ignores_wipes_keeps_the_owners_data()
    {
        await using var phone = RunningPhone.StartWith("data-not-wiped");
        await using var client = await phone.ConnectAsync();

        await client.SendAsync("erase:userdata");

        Assert.True(phone.State is { HoldsOwnersData: true, AdbEnabled: true });
    }

    [Fact]
    public async Task A_sent_recovery_starts_without_being_written()
    {
        await using var phone = RunningPhone.Start(VirtualC.Model);
        await using (var client = await phone.ConnectAsync())
        {
            await client.DownloadAsync(BootImage());
            await client.SendAsync("boot");
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.Recovery);
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_a"), []);
    }

    private static byte[] BootImage() => [.. "ANDROID!"u8, .. new byte[4088]];

    private static byte[] System() => Encoding.ASCII.GetBytes(
        $"espero-trial-system\nfingerprint={Fingerprint}\nversion=14\nsecurity-patch=2024-02-05\nbuilt-at=1707000000\n\n");

    private static byte[] Vbmeta(uint flags, long rollbackIndex)
    {
        var image = new byte[4096];
        "AVB0"u8.CopyTo(image);
        BinaryPrimitives.WriteInt64BigEndian(image.AsSpan(112), rollbackIndex);
        BinaryPrimitives.WriteUInt32BigEndian(image.AsSpan(120), flags);
        return image;
    }
}
