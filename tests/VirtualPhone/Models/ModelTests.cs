using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Models;

public sealed class ModelTests
{
    public static TheoryData<string> Names => new(ModelCatalog.All.Select(model => model.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_model_starts_and_says_its_serial(string name)
    {
        await using var phone = RunningPhone.Start(ModelCatalog.Find(name));
        await using var client = await phone.ConnectAsync();

        Assert.Equal("TEST0001", await client.GetVariableAsync("serialno"));
    }

    [Fact]
    public async Task An_old_bootloader_counts_in_decimal_lists_nothing_and_hears_short_commands_only()
    {
        await using var phone = RunningPhone.Start(VirtualD.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Equal("67108864", await client.GetVariableAsync("max-download-size"));
        Assert.Equal("", await client.GetVariableAsync("no-such-thing"));
        Assert.Equal(FastbootReplyKind.Fail, (await client.SendAsync("getvar:all")).Kind);
        await client.Frames.WritePacketAsync(new byte[65], client.Limit);
        Assert.True(await client.IsDroppedAsync());
    }

    [Fact]
    public async Task An_odd_bootloader_differs_where_real_ones_do()
    {
        await using var phone = RunningPhone.Start(VirtualE.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Equal("800000", await client.GetVariableAsync("max-download-size"));
        Assert.Null(await client.GetVariableAsync("product"));
        Assert.Null(await client.GetVariableAsync("slot-count"));
        Assert.Equal("a", await client.GetVariableAsync("current-slot"));
        await client.DownloadAsync(Bytes.Random(10));
        await client.SendAsync("getvar:all");
        Assert.Equal(["receiving", "received", "version: 0.4"], client.Messages[..3]);
    }

    [Fact]
    public async Task A_carriers_phone_is_never_unlocked()
    {
        await using var phone = RunningPhone.Start(ModelCatalog.Find("virtual-c-carrier"));
        await using var client = await phone.ConnectAsync();

        await client.SendAsync("flashing get_unlock_ability");

        Assert.Equal(["get_unlock_ability: 0"], client.Messages);
        Assert.Equal(FastbootReplyKind.Fail, (await client.SendAsync("flashing unlock")).Kind);
    }

    [Fact]
    public async Task A_flat_phone_refuses_to_be_written()
    {
        await using var phone = RunningPhone.Start(ModelCatalog.Find("virtual-c-flat"));
        await using var client = await phone.ConnectAsync();

        Assert.Equal("low power, need battery charging.", (await client.FlashAsync("boot_a", Bytes.Random(10))).Text);
    }
}
