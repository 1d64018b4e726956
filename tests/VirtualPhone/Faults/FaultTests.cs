using System.Diagnostics;
using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task The_chosen_command_fails_and_the_next_succeeds()
    {
        await using var phone = RunningPhone.StartWith("fail@2:low power");
        await using var client = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Okay, (await client.SendAsync("getvar:product")).Kind);
        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, "low power"), await client.SendAsync("getvar:product"));
        Assert.Equal(FastbootReplyKind.Okay, (await client.SendAsync("getvar:product")).Kind);
    }

    [Fact]
    public async Task Every_command_with_the_prefix_fails_and_is_not_run()
    {
        await using var phone = RunningPhone.StartWith("fail:flash::boot_b:not today");
        await using var client = await phone.ConnectAsync();

        Assert.Equal("not today", (await client.FlashAsync("boot_b", Bytes.Random(10))).Text);
        Assert.Equal("not today", (await client.FlashAsync("boot_b", Bytes.Random(10))).Text);
        Assert.Equal(FastbootReplyKind.Okay, (await client.FlashAsync("boot_a", Bytes.Random(10))).Kind);
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_b"), []);
    }

    [Fact]
    public async Task A_cut_breaks_the_connection_once_and_writes_nothing()
    {
        await using var phone = RunningPhone.StartWith("cut@5000");
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("download:00002000");
            await client.Frames.BeginDataAsync(0x2000, client.Limit);
            await client.Frames.WriteDataAsync(Bytes.Random(0x2000), client.Limit);
            Assert.True(await client.IsDroppedAsync());
        }

        await using var next = await phone.ConnectAsync();
        Assert.Equal(FastbootReplyKind.Okay, (await next.FlashAsync("dtbo_a", Bytes.Random(0x2000))).Kind);
    }

    [Fact]
    public async Task Silence_lasts_until_the_client_gives_up()
    {
        await using var phone = RunningPhone.StartWith("silent@1");
        await using (var client = await phone.ConnectAsync())
        {
            var answer = client.SendAsync("getvar:product");
            await using var second = await TestClient.ConnectWithoutHandshakeAsync(phone.Server.Address, TimeSpan.FromSeconds(20));
            Assert.False(answer.IsCompleted);
            client.Stream.Close();
            await Assert.ThrowsAnyAsync<Exception>(() => answer);
        }

        await using var next = await phone.ConnectAsync();
        Assert.Equal("virtual-a", await next.GetVariableAsync("product"));
    }

    [Fact]
    public async Task Nonsense_is_no_reply_at_all()
    {
        await using var phone = RunningPhone.StartWith("nonsense@1");
        await using var client = await phone.ConnectAsync();

        await Assert.ThrowsAsync<FastbootProtocolException>(() => client.SendAsync("getvar:product"));
    }

    [Fact]
    public async Task A_drip_takes_its_time_for_every_byte()
    {
        await using var phone = RunningPhone.StartWith("drip:200");
        var watch = Stopwatch.StartNew();
        await using var client = await phone.ConnectAsync();

        await client.SendAsync("getvar:product"); // 4 and 8 + 14 bytes come, 4 and 8 + 13 go

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_rate_holds_back_what_comes()
    {
        await using var phone = RunningPhone.Start(options => options with { RateBytesPerSecond = 1 << 20 });
        await using var client = await phone.ConnectAsync();
        var watch = Stopwatch.StartNew();

        await client.DownloadAsync(new byte[256 << 10]);

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(240), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Another_serial_appears_after_a_reboot_and_stays()
    {
        await using var phone = RunningPhone.StartWith("serial-after-reboot:SWAPPED");
        await using (var client = await phone.ConnectAsync())
        {
            Assert.Equal("TEST0001", await client.GetVariableAsync("serialno"));
            await client.SendAsync("reboot-bootloader");
        }

        await phone.WaitForAsync(state => state.BootloaderStarts == 2);
        await phone.RestartAsync();

        await using var next = await phone.ConnectAsync();
        Assert.Equal("SWAPPED", await next.GetVariableAsync("serialno"));
    }

    [Fact]
    public async Task A_reboot_that_hangs_ends_when_somebody_holds_the_keys()
    {
        await using var phone = RunningPhone.StartWith("hang-reboot");
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("reboot");
            Assert.True(await client.IsDroppedAsync());
        }

        await Assert.ThrowsAsync<SocketException>(phone.ConnectAsync);
        phone.Server.HoldKeys();
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Bootloader);

        Assert.Equal(0, phone.State.SystemStarts);
    }

    [Fact]
    public async Task Faults_act_together()
    {
        await using var phone = RunningPhone.StartWith("fail@1:first", "nonsense@2", "serial-after-reboot:SWAPPED");
        await using var client = await phone.ConnectAsync();

        Assert.Equal("first", (await client.SendAsync("getvar:product")).Text);
        await Assert.ThrowsAsync<FastbootProtocolException>(() => client.SendAsync("getvar:product"));
        await client.SendAsync("reboot-bootloader");
        await phone.WaitForAsync(state => state.BootloaderStarts == 2);

        Assert.Equal("SWAPPED", phone.State.Serial);
    }
}
