using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Faults;

public sealed class FaultCatalogueTests
{
    public static TheoryData<string> OfPhones =>
        new(FaultCatalogue.All.Where(failure => failure.Origin == FailureOrigin.Phone).Select(failure => failure.Code));

    [Fact]
    public void It_has_every_class_of_failure_that_a_station_knows() => Assert.Equal(
        FailureCatalogue.All.Select(failure => failure.Code).Order(StringComparer.Ordinal),
        FaultCatalogue.All.Select(failure => failure.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_not_the_phones_is_refused_and_says_whose_it_is()
    {
        foreach (var failure in FaultCatalogue.All.Where(failure => failure.Origin != FailureOrigin.Phone))
        {
            Assert.Contains(failure.How, FaultParser.Parse(failure.Code).Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(OfPhones))]
    public async Task A_class_of_the_phone_can_be_asked_for_by_its_code(string code)
    {
        await using var phone = RunningPhone.Start(
            options => RunningPhone.WithAdb(options) with { Faults = RunningPhone.Faults(code) }, VirtualC.Model);

        Assert.NotEmpty(FaultParser.Parse(code).Faults);
        Assert.False(phone.Server.Completion.IsCompleted);
    }

    [Theory]
    [InlineData("phone-refused")]
    [InlineData("command-not-supported")]
    [InlineData("partition-missing")]
    [InlineData("image-too-big")]
    [InlineData("battery-low")]
    [InlineData("rollback-refused")]
    [InlineData("bootloader-locked")]
    public async Task The_words_of_a_refused_flash_have_the_class_that_was_asked_for(string code)
    {
        await using var phone = RunningPhone.StartWith(code);
        await using var client = await phone.ConnectAsync();
        await client.DownloadAsync(Bytes.Random(100));

        var reply = await client.SendAsync("flash:dtbo_a");

        Assert.Equal((FastbootReplyKind.Fail, code), (reply.Kind, FailTextClassifier.Classify(reply.Text)));
    }

    [Theory]
    [InlineData("oem-unlock-not-allowed")]
    [InlineData("unlock-forbidden")]
    [InlineData("vendor-token-needed")]
    public async Task The_words_of_a_refused_unlock_have_the_class_that_was_asked_for(string code)
    {
        await using var phone = RunningPhone.StartWith(code);
        await using var client = await phone.ConnectAsync();

        var reply = await client.SendAsync("flashing unlock");

        Assert.Equal((FastbootReplyKind.Fail, code), (reply.Kind, FailTextClassifier.Classify(reply.Text)));
    }

    [Fact]
    public async Task A_full_super_refuses_in_the_words_of_its_class()
    {
        await using var phone = RunningPhone.Start(
            options => options with { StartMode = PhoneMode.Fastbootd, Faults = RunningPhone.Faults("super-needs-wipe") }, VirtualC.Model);
        await using var client = await phone.ConnectAsync();

        var reply = await client.SendAsync($"resize-logical-partition:system_a:{4L << 30}");

        Assert.Equal("super-needs-wipe", FailTextClassifier.Classify(reply.Text));
    }

    [Fact]
    public async Task A_merge_that_never_ends_keeps_the_slots_as_they_are()
    {
        await using var phone = RunningPhone.Start(
            options => options with { Faults = RunningPhone.Faults("snapshot-in-progress") }, VirtualC.Model);
        await using var client = await phone.ConnectAsync();

        Assert.Equal("merging", await client.GetVariableAsync("snapshot-update-status"));
        Assert.Equal("snapshot-in-progress", FailTextClassifier.Classify((await client.SendAsync("set_active:b")).Text));
        Assert.Equal("snapshot-in-progress", FailTextClassifier.Classify((await client.SendAsync("snapshot-update:cancel")).Text));
    }

    [Fact]
    public async Task A_phone_that_was_unplugged_is_gone_until_its_cable_is_back()
    {
        await using var phone = RunningPhone.StartWith("phone-unplugged");
        await using (var client = await phone.ConnectAsync())
        {
            await client.SendAsync("download:00002000");
            await client.Frames.BeginDataAsync(0x2000, client.Limit);
            await client.Frames.WriteDataAsync(Bytes.Random(0x2000), client.Limit);
            Assert.True(await client.IsDroppedAsync());
        }

        await phone.WaitForAsync(state => state.Mode == PhoneMode.Booting);
        phone.Server.PlugIn();
        await phone.WaitForAsync(state => state.Mode == PhoneMode.Bootloader);

        await using var next = await phone.ConnectAsync();
        Assert.Equal("virtual-a", await next.GetVariableAsync("product"));
    }

    [Theory]
    [InlineData("flashing lock", true)]
    [InlineData("flashing unlock", false)]
    public async Task A_lock_that_waits_for_keys_stays_as_it_was(string command, bool unlocked)
    {
        await using var phone = RunningPhone.StartWith(unlocked ? "lock-did-not-take" : "prompt-not-confirmed");
        await using var client = await phone.ConnectAsync();

        Assert.Equal(FastbootReplyKind.Okay, (await client.SendAsync(command)).Kind);
        Assert.Equal(unlocked ? "yes" : "no", await client.GetVariableAsync("unlocked"));
    }

    [Fact]
    public async Task A_phone_without_a_name_gives_none()
    {
        await using var phone = RunningPhone.StartWith("phone-not-identified");
        await using var client = await phone.ConnectAsync();

        Assert.Null(await client.GetVariableAsync("product"));
        Assert.Null(await client.GetVariableAsync("serialno"));
    }
}
