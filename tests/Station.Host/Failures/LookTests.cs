using System.Collections.Immutable;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>What a run looks at besides its plan goes the way of a step: tried again by its class, guarded, in the journal.</summary>
public sealed class LookTests
{
    private const string Head =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: [boot.img]

        """;

    // What is inside super hangs on fastbootd, which is asked before the first write.
    private const string Super =
        $$"""
        {{Head}}  - flash: { partition: boot, file: boot.img, slot: a }
          - reboot: fastbootd
          - await-mode: { mode: fastbootd, within: 20s }
          - flash: { partition: system, file: boot.img }
        """;

    private const string SuperFromRecovery =
        $$"""
        {{Head}}  - reboot: recovery
          - await-mode: { mode: recovery, within: 20s }
          - format: { partition: userdata, file-system: ext4 }
          - reboot: fastbootd
          - await-mode: { mode: fastbootd, within: 20s }
          - flash: { partition: system, file: boot.img }
        """;

    private const string Lock =
        """
        recipe: relock
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: read-back
        steps:
          - fetch: [boot.img, vbmeta.img, key.bin]
          - flash: { partition: boot, file: boot.img, slot: a }
          - flash: { partition: vbmeta, file: vbmeta.img, slot: a }
          - avb-key: key.bin
          - reboot: system
          - verify-boot: { proof: read-back, within: 20s, tests: { getprop.ro.product.device: virtual-c } }
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - checkpoint: before-the-lock
          - lock
        """;

    private static readonly FastbootOptions Impatient = new()
    {
        Question = TimeSpan.FromSeconds(2),
        Action = TimeSpan.FromSeconds(2),
        Away = TimeSpan.FromSeconds(10),
    };

    [Fact]
    public async Task A_phone_that_keeps_silent_when_it_is_sent_for_the_look_into_fastbootd_is_sent_again()
    {
        await using var rig = Start([new CommandFault(new NthAfter("", "reboot-fastboot", 1), new SilenceEffect())]);

        var exit = await RunAsync(rig, Super);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Equal(3, rig.Heard.Count(command => command == "reboot-fastboot")); // twice for the look, once for the plan
    }

    [Fact]
    public async Task A_cable_that_glitches_while_fastbootd_is_asked_costs_a_second_try()
    {
        await using var rig = Start([Drop(new NthAfter("reboot-fastboot", "getvar:all", 1))]);

        var exit = await RunAsync(rig, Super);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Contains("step flash-boot/look-4 ended: Done", rig.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cable_that_glitches_during_the_look_before_a_lock_costs_a_second_try()
    {
        await using var rig = Start([Drop(new NthAfter("flash:avb_custom_key", "getvar:all", 2))]);
        SignedImages.Bring(rig);

        var exit = await RunAsync(rig, Lock);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.False(rig.Phone.State.Unlocked);
        Assert.Contains("step lock/look-1 began", rig.Log, StringComparison.Ordinal);
        Assert.Contains("trying again", rig.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_current_while_the_look_waits_is_the_alarm()
    {
        FlashRig? looking = null;
        await using var rig = FlashRig.Start(options => options with
        {
            Model = VirtualPhone.Models.VirtualC.Model,
            Faults = [new HangFault()],
            OnCommand = command => Surge(looking, command),
        });
        looking = rig;
        rig.Sockets.CountOverCurrents(FlashRig.Socket, 0);

        await rig.RunAsync(Super, order => order with { YesErase = true }, fastboot: Impatient, atSocket: true);

        Assert.Equal([FailureCode.PortOverCurrent], rig.FailureClasses);
    }

    [Fact]
    public async Task A_battery_that_turns_hot_during_the_look_ends_the_attempt_before_anything_is_written()
    {
        await using var rig = Start([new CommandFault(new NthAfter("reboot-recovery", "getvar:product", 1), new HeatEffect())]);

        await RunAsync(rig, SuperFromRecovery);

        Assert.Equal([FailureCode.BatteryHot], rig.FailureClasses);
        Assert.Equal((PhoneMode.Recovery, 0), (rig.Phone.State.Mode, rig.Phone.State.Wipes));
    }

    private static void Surge(FlashRig? rig, string command)
    {
        if (command == "reboot-fastboot")
        {
            rig?.Sockets.CountOverCurrents(FlashRig.Socket, 1);
        }
    }

    private static CommandFault Drop(CommandTrigger when) => new(when, new DropEffect(Unplugs: false));

    private static Task<int> RunAsync(FlashRig rig, string recipe) =>
        rig.RunAsync(recipe, order => order with { YesErase = true }, fastboot: Impatient);

    private static FlashRig Start(ImmutableArray<Fault> faults) => FlashRig.StartWithAdb(PhoneMode.Bootloader, faults);
}
