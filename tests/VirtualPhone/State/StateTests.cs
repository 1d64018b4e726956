using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.State;

public sealed class StateTests
{
    [Fact]
    public async Task What_a_phone_remembers_survives_a_restart()
    {
        var image = Bytes.Random(100);
        await using var phone = RunningPhone.Start(options => options with { BatteryPercent = 42, UnlockAllowed = false });
        await using (var client = await phone.ConnectAsync())
        {
            await client.FlashAsync("dtbo_b", image);
            await client.SendAsync("set_active:b");
            await client.SendAsync("flashing lock");
        }

        await phone.RestartAsync(options => options with { Serial = "OTHER", BatteryPercent = null, UnlockAllowed = null });

        var state = phone.State;
        Assert.Equal(("TEST0001", "b", 42), (state.Serial, state.CurrentSlot, state.BatteryPercent));
        Assert.Equal((false, false), (state.Unlocked, state.UnlockAllowed));
        Assert.Equal(2, state.BootloaderStarts);
        Bytes.AssertHolds(phone.Server.PartitionPath("dtbo_b"), image);
    }

    [Fact]
    public async Task A_phone_left_in_its_system_starts_in_the_bootloader_or_in_the_system_as_wanted()
    {
        await using var phone = RunningPhone.Start(options => options with { StartMode = PhoneMode.System });
        Assert.Equal(PhoneMode.System, phone.State.Mode);

        await phone.RestartAsync(options => options with { StartMode = PhoneMode.Bootloader });

        await using var client = await phone.ConnectAsync();
        Assert.Equal(PhoneMode.Bootloader, phone.State.Mode);
    }

    [Fact]
    public async Task A_store_belongs_to_one_running_phone()
    {
        await using var phone = RunningPhone.Start();

        Assert.Contains("cannot be used", Refusal(StoreOf(phone)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_keeps_its_model()
    {
        await using var phone = RunningPhone.Start();
        using var other = new TemporaryDirectory();
        File.Copy(Path.Combine(StoreOf(phone), "state.json"), Path.Combine(other.Path, "state.json"));

        Assert.Contains("holds a virtual-a, not a virtual-b", Refusal(other.Path, VirtualB.Model), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":1,"model":"virtual-a","serial":"S","currentSlot":"c","slots":[]}""")]
    [InlineData("""{"format":2,"model":"virtual-a","serial":"S","currentSlot":"","slots":[]}""")]
    public void A_state_that_cannot_be_read_is_named_with_a_way_out(string text)
    {
        using var store = new TemporaryDirectory();
        store.File("state.json", System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Contains("delete that directory", Refusal(store.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_that_never_boots_is_given_up_after_its_tries()
    {
        var state = PhoneState.Factory(VirtualA.Model, "S", unlocked: true) with { CurrentSlot = "b" };

        for (var start = 0; start < SlotState.MaxRetries; start++)
        {
            state = state.StartedSystem();
        }

        Assert.Equal((0, true), (state.Slot("b")!.RetriesLeft, state.Slot("b")!.Unbootable));
    }

    [Fact]
    public void Choosing_a_slot_that_was_given_up_gives_it_new_tries()
    {
        var slot = SlotState.Factory("b", bootable: false) with { RetriesLeft = 0, Unbootable = true };

        Assert.Equal((SlotState.MaxRetries, false), (slot.Chosen().RetriesLeft, slot.Chosen().Unbootable));
    }

    private static string StoreOf(RunningPhone phone) => Path.GetFullPath(Path.Combine(phone.Server.PartitionPath("x"), "..", ".."));

    private static string Refusal(string store, PhoneModel? model = null)
    {
        var options = RunningPhone.Options(store, model);
        return Assert.Throws<VirtualPhoneException>(() => VirtualPhoneServer.Start(options, TimeProvider.System, new Random(1))).Message;
    }
}
