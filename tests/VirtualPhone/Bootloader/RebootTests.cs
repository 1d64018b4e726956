using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Bootloader;

public sealed class RebootTests
{
    [Theory]
    [InlineData("reboot")]
    [InlineData("reboot-bootloader")]
    [InlineData("continue")]
    public async Task A_phone_that_boots_closes_its_connection_and_its_port(string command)
    {
        await using var phone = RunningPhone.Start(options => options with { BootTime = TimeSpan.FromHours(1) });
        await using var client = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Okay, (await client.SendAsync(command)).Kind);

        Assert.True(await client.IsDroppedAsync());
        var refused = await Assert.ThrowsAsync<SocketException>(phone.ConnectAsync);
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        Assert.Equal(PhoneMode.Booting, phone.State.Mode);
    }

    [Fact]
    public async Task The_bootloader_comes_back_at_the_same_address()
    {
        await using var phone = RunningPhone.Start();
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("reboot-bootloader");
        }

        await phone.WaitForAsync(state => state.BootloaderStarts == 2);

        await using var next = await phone.ConnectAsync();
        Assert.Equal("virtual-a", await next.GetVariableAsync("product"));
    }

    [Fact]
    public async Task In_the_system_the_port_stays_closed_until_somebody_holds_the_keys()
    {
        await using var phone = RunningPhone.Start();
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);
        await Assert.ThrowsAsync<SocketException>(phone.ConnectAsync);

        phone.Server.HoldKeys();
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Bootloader);
        await using var next = await phone.ConnectAsync();
        Assert.Equal(1, phone.State.SystemStarts);
    }

    [Fact]
    public async Task The_keys_for_the_recovery_lead_there_from_the_bootloader()
    {
        await using var phone = RunningPhone.Start(VirtualB.Model);

        phone.Server.HoldRecoveryKeys();

        await phone.WaitForAsync(state => state.Mode == PhoneMode.Recovery);
    }

    [Fact]
    public async Task A_written_slot_proves_itself_only_by_reaching_the_system()
    {
        await using var phone = RunningPhone.Start();
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("boot_b", Bytes.Random(100));
            await client.SendAsync("set_active:b");
            Assert.Equal("no", await client.GetVariableAsync("slot-successful:b"));
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.System);

        Assert.Equal("b", phone.State.CurrentSlot);
        Assert.True(phone.State.Slot("b")!.Successful);
    }

    [Fact]
    public async Task An_empty_slot_ends_in_the_bootloader_and_costs_a_try()
    {
        await using var phone = RunningPhone.Start();
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("set_active:b");
            await client.SendAsync("reboot");
        }

        await phone.WaitForAsync(state => state.BootloaderStarts == 2);

        Assert.Equal(0, phone.State.SystemStarts);
        Assert.Equal(SlotState.MaxRetries - 1, phone.State.Slot("b")!.RetriesLeft);
    }

    [Theory]
    [InlineData("reboot-recovery")]
    [InlineData("reboot-fastboot")]
    [InlineData("oem device-info")]
    [InlineData("flashing unlock_critical")]
    [InlineData("")]
    public async Task A_command_that_this_bootloader_lacks_is_refused(string command)
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, "unknown command"), await client.SendAsync(command));
    }

    [Fact]
    public async Task A_slot_that_is_not_there_cannot_be_chosen()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Fail, (await client.SendAsync("set_active:c")).Kind);
        Assert.Equal("a", phone.State.CurrentSlot);
    }
}
