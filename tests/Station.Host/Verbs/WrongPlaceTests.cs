using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>A verb in a mode that does not know it, or in a slot that nobody knows, is refused as that and touches nothing.</summary>
public sealed class WrongPlaceTests
{
    // After it nobody but the phone can tell where the phone is.
    private const string AfterHands = "- fetch: boot.img\n- ask: confirm-model\n";

    [Theory]
    [InlineData("- push: { file: boot.img, to: /sdcard/boot.img }")]
    [InlineData("- shell: twrp wipe data")]
    [InlineData("- sideload: boot.img")]
    [InlineData("- reboot: sideload")]
    [InlineData("- logical: { action: delete, partition: product, slot: b }")]
    public async Task A_verb_in_a_mode_that_does_not_know_it_did_not_reach_its_mode(string step)
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });
        rig.Write("boot.img", [0x50, 0x4b, 0x05, 0x06, .. new byte[18]]); // a zip archive of nothing is a whole package, too
        var before = rig.Phone.State;

        await RunAsync(rig, AfterHands + step, typed: "\n");

        Assert.True(rig.Output.Contains("\"failureClass\":\"mode-not-reached\"", StringComparison.Ordinal), rig.Output + rig.Talk);
        // It may have been asked in fastbootd what is inside super, and come back.
        Assert.Equal(before with { BootloaderStarts = rig.Phone.State.BootloaderStarts }, rig.Phone.State);
    }

    [Theory]
    [InlineData("slot: other")]
    [InlineData("slot: other, size: 8MiB", "resize")]
    public async Task A_slot_that_hangs_on_an_unknown_one_is_the_wrong_slot(string arguments, string action = "delete")
    {
        await using var rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            Faults = [new VariableFault("current-slot", "")],
        });
        var before = rig.Phone.State.Super;

        await RunAsync(rig, $$"""
            - reboot: fastbootd
            - await-mode: { mode: fastbootd, within: 60s }
            - logical: { action: {{action}}, partition: product, {{arguments}} }
            """);

        Assert.True(rig.Output.Contains("\"failureClass\":\"wrong-slot\"", StringComparison.Ordinal), rig.Output + rig.Talk);
        Assert.Equal(before, rig.Phone.State.Super);
    }

    [Fact]
    public async Task A_partition_that_holds_something_is_not_proven_to_be_erased()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });
        rig.Write("vbmeta.img", rig.Image[..4096]);

        await RunAsync(rig, """
            - fetch: vbmeta.img
            - flash: { partition: vbmeta, file: vbmeta.img, slot: a }
            - reboot: fastbootd
            - await-mode: { mode: fastbootd, within: 60s }
            - erase-proof: vbmeta
            """);

        Assert.True(rig.Output.Contains("\"failureClass\":\"data-not-wiped\"", StringComparison.Ordinal), rig.Output + rig.Talk);
        Assert.Equal(PhoneMode.Fastbootd, rig.Phone.State.Mode);
    }

    private static Task<int> RunAsync(FlashRig rig, string steps, string? typed = null) =>
        rig.RunAsync(new VerbTrial("", "", steps).Recipe, request => request with { YesErase = true }, typed);
}
