using System.Text;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Bootloader;

public sealed class LockTests
{
    [Theory]
    [InlineData("flash:boot_a", "Flashing is not allowed in Lock State")]
    [InlineData("erase:userdata", "Device not unlocked cannot flash or erase")]
    [InlineData("set_active:b", "Fastboot command (set_active:) is not allowed when locked")]
    public async Task A_locked_phone_refuses_what_changes_it(string command, string text)
    {
        await using var phone = RunningPhone.Start(options => options with { Locked = true });
        await using var client = await phone.ConnectAsync();
        await client.DownloadAsync(Bytes.Random(100));

        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, text), await client.SendAsync(command));
        Bytes.AssertHolds(phone.Server.PartitionPath("boot_a"), []);
    }

    [Fact]
    public async Task Another_model_refuses_in_other_words()
    {
        await using var phone = RunningPhone.Start(options => options with { Locked = true }, VirtualB.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Equal("Partition flashing is not allowed", (await client.SendAsync("flash:boot")).Text);
    }

    [Theory]
    [InlineData(true, "flashing unlock", "yes")]
    [InlineData(false, "flashing lock", "no")]
    public async Task Changing_the_lock_wipes_the_owners_data_and_nothing_else(bool locked, string command, string unlocked)
    {
        var data = Bytes.Random(100);
        await using var phone = RunningPhone.Start(options => options with { Locked = locked });
        WriteBehindItsBack(phone, "userdata", data);
        WriteBehindItsBack(phone, "persist", data);
        await using var client = await phone.ConnectAsync();

        var reply = await client.SendAsync(command);

        Assert.Equal(FastbootReplyKind.Okay, reply.Kind);
        Assert.Equal(unlocked, await client.GetVariableAsync("unlocked"));
        Bytes.AssertHolds(phone.Server.PartitionPath("persist"), data);
        Assert.False(Start(phone, "userdata", data.Length).ContainsAnyExcept((byte)0));
    }

    [Fact]
    public async Task A_phone_that_is_unlocked_already_says_so_and_keeps_its_data()
    {
        var data = Bytes.Random(100);
        await using var phone = RunningPhone.Start();
        WriteBehindItsBack(phone, "userdata", data);
        await using var client = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Fail, (await client.SendAsync("flashing unlock")).Kind);
        Assert.True(Start(phone, "userdata", data.Length).SequenceEqual(data));
    }

    [Theory]
    [InlineData("oem unlock 4711", "", true)]
    [InlineData("oem unlock 4712", "", false)]
    [InlineData("oem unlock", "", false)]
    [InlineData("flashing unlock", "4711", true)]
    [InlineData("flashing unlock", "4711 ", false)]
    [InlineData("flashing unlock", "", false)]
    public async Task A_phone_with_a_makers_code_is_unlocked_by_that_alone(string command, string staged, bool unlocks)
    {
        await using var phone = RunningPhone.Start(options => options with { Locked = true }, VirtualC.Model with { UnlockCode = "4711" });
        await using var client = await phone.ConnectAsync();
        if (staged.Length > 0)
        {
            await client.DownloadAsync(Encoding.ASCII.GetBytes(staged));
        }

        Assert.Equal(unlocks ? FastbootReplyKind.Okay : FastbootReplyKind.Fail, (await client.SendAsync(command)).Kind);

        Assert.Equal(unlocks, phone.State.Unlocked);
    }

    [Fact]
    public async Task Unlocking_needs_the_owners_permission()
    {
        await using var phone = RunningPhone.Start(options => options with { Locked = true, UnlockAllowed = false });
        await using var client = await phone.ConnectAsync();

        await client.SendAsync("flashing get_unlock_ability");
        var reply = await client.SendAsync("flashing unlock");

        Assert.Equal(["get_unlock_ability: 0"], client.Messages);
        Assert.Equal(new FastbootReply(FastbootReplyKind.Fail, "flashing unlock is not allowed"), reply);
        Assert.False(phone.State.Unlocked);
    }

    private static void WriteBehindItsBack(RunningPhone phone, string partition, byte[] bytes)
    {
        using var file = File.OpenWrite(phone.Server.PartitionPath(partition));
        file.Write(bytes);
    }

    private static ReadOnlySpan<byte> Start(RunningPhone phone, string partition, int length)
    {
        using var file = File.OpenRead(phone.Server.PartitionPath(partition));
        var bytes = new byte[length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
