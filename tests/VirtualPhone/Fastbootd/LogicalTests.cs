using Espero.Station.Protocols.Fastboot;
using Espero.Testing.Images;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Fastbootd;

public sealed class LogicalTests
{
    [Theory]
    [InlineData("is-userspace", "yes")]
    [InlineData("super-partition-name", "super")]
    [InlineData("is-logical:system_a", "yes")]
    [InlineData("is-logical:boot_a", "no")]
    [InlineData("partition-size:system_a", "0x80000000")]
    [InlineData("partition-size:system", "0x80000000")]
    [InlineData("has-slot:system", "yes")]
    public async Task A_variable_of_fastbootd_has_its_value(string name, string value)
    {
        await using var phone = InFastbootd();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(value, await client.GetVariableAsync(name));
    }

    [Fact]
    public async Task The_bootloader_knows_no_logical_partition()
    {
        await using var phone = RunningPhone.Start(VirtualC.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Null(await client.GetVariableAsync("partition-size:system_a"));
        Assert.Equal("Partition doesn't exist", (await client.FlashAsync("system_a", Bytes.Random(1))).Text);
    }

    [Theory]
    [InlineData("resize-logical-partition:system_b:3221225472", "Not enough space to resize partition")]
    [InlineData("create-logical-partition:odm_a:3221225472", "Not enough space for partition")]
    [InlineData("create-logical-partition:system_a:4096", "Partition already exists")]
    [InlineData("create-logical-partition:../x:4096", "Invalid arguments")]
    [InlineData("resize-logical-partition:odm_a:4096", "Partition does not exist")]
    [InlineData("delete-logical-partition:odm_a", "Partition does not exist")]
    public async Task What_super_cannot_hold_is_refused(string command, string text)
    {
        await using var phone = InFastbootd();
        await using var client = await phone.ConnectAsync();

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, text), await client.SendAsync(command));
    }

    [Theory]
    [InlineData("resize-logical-partition:system_a:0", "Command not available on locked devices")]
    [InlineData("erase:system_a", "Erase is not allowed on locked devices")]
    [InlineData("flash:system_a", "Flashing is not allowed on locked devices")]
    [InlineData("fetch:boot_a", "Fetch is not allowed on locked devices")]
    [InlineData("download:00000010", "Download is not allowed on locked devices")]
    public async Task A_locked_phone_refuses_in_the_words_of_fastbootd(string command, string text)
    {
        await using var phone = RunningPhone.Start(
            options => options with { StartMode = PhoneMode.Fastbootd, Locked = true }, VirtualC.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, text), await client.SendAsync(command));
    }

    [Fact]
    public async Task A_new_layout_with_a_wipe_replaces_the_old_one()
    {
        await using var phone = InFastbootd();
        await using var client = await phone.ConnectAsync();

        await client.DownloadAsync(EmptySuper.Of("system_a", "system_b", "odm_a"));
        var kept = await client.SendAsync("update-super:super");
        var wiped = await client.SendAsync("update-super:super:wipe");

        Assert.Equal("Old partitions are not compatible with the new super layout; wipe needed", kept.Text);
        Assert.Equal(FastbootReplyKind.Okay, wiped.Kind);

        Assert.Equal(
            [new LogicalVolume("system_a", 0), new LogicalVolume("system_b", 0), new LogicalVolume("odm_a", 0)], phone.State.Super);
    }

    [Fact]
    public async Task A_layout_that_is_none_is_refused()
    {
        await using var phone = InFastbootd();
        await using var client = await phone.ConnectAsync();
        await client.DownloadAsync(Bytes.Random(10_000));

        Assert.Equal("Unable to parse metadata", (await client.SendAsync("update-super:super")).Text);
    }

    [Fact]
    public async Task A_part_of_a_partition_can_be_fetched()
    {
        var image = Bytes.Random(10_000);
        await using var phone = InFastbootd();
        await using var client = await phone.ConnectAsync();
        await client.FlashAsync("dtbo_a", image);

        var reply = await client.SendAsync("fetch:dtbo_a:0x10:0x1000");
        var fetched = await client.ReadDataAsync(0x1000);

        Assert.Equal(0x1000u, reply.DataSizeBytes);
        Assert.Equal(image[0x10..0x1010], fetched);
        Assert.Equal("yes", await client.GetVariableAsync("is-userspace"));
    }

    private static RunningPhone InFastbootd() =>
        RunningPhone.Start(options => options with { StartMode = PhoneMode.Fastbootd }, VirtualC.Model);
}
