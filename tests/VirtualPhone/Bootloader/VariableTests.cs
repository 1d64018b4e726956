using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Bootloader;

public sealed class VariableTests
{
    [Theory]
    [InlineData("product", "virtual-a")]
    [InlineData("serialno", "TEST0001")]
    [InlineData("unlocked", "yes")]
    [InlineData("is-userspace", "no")]
    [InlineData("max-download-size", "0x10000000")]
    [InlineData("has-slot:boot", "yes")]
    [InlineData("has-slot:userdata", "no")]
    [InlineData("partition-size:boot_a", "0x4000000")]
    [InlineData("partition-type:userdata", "f2fs")]
    [InlineData("is-logical:system_a", "no")]
    [InlineData("slot-count", "2")]
    [InlineData("current-slot", "a")]
    [InlineData("slot-successful:a", "yes")]
    [InlineData("slot-successful:b", "no")]
    [InlineData("slot-retry-count:b", "7")]
    [InlineData("snapshot-update-status", "none")]
    public async Task A_variable_has_its_value(string name, string value)
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(value, await client.GetVariableAsync(name));
    }

    [Fact]
    public async Task An_unknown_variable_fails_in_the_words_of_the_model()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, "GetVar Variable Not found"), await client.SendAsync("getvar:anti"));
    }

    [Fact]
    public async Task A_phone_without_slots_knows_no_slot_variable()
    {
        await using var phone = RunningPhone.Start(VirtualB.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Null(await client.GetVariableAsync("current-slot"));
        Assert.Null(await client.GetVariableAsync("slot-count"));
        Assert.Equal("no", await client.GetVariableAsync("has-slot:boot"));
    }

    [Fact]
    public async Task All_lists_every_variable_as_a_message()
    {
        await using var phone = RunningPhone.Start();
        await using var client = await phone.ConnectAsync();

        var reply = await client.SendAsync("getvar:all");

        Assert.Equal(FastbootReplyKind.Okay, reply.Kind);
        Assert.Contains("product:virtual-a", client.Messages);
        Assert.Contains("partition-size:vbmeta_b:0x10000", client.Messages);
    }

    [Fact]
    public async Task The_largest_download_can_be_chosen()
    {
        await using var phone = RunningPhone.Start(options => options with { MaxDownloadSizeBytes = 0x1000 });
        await using var client = await phone.ConnectAsync();

        Assert.Equal("0x1000", await client.GetVariableAsync("max-download-size"));
        Assert.Equal(FastbootReplyKind.Fail, (await client.SendAsync("download:00001001")).Kind);
    }
}
