using System.Collections.Immutable;
using System.Text;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>A recovery that was put on the phone calls the phone what it likes; its serial still says which phone it is.</summary>
public sealed class NewRecoveryTests
{
    private const string Recipe =
        """
        recipe: trial
        model: espero/virtual-c
        identity:
          - getprop.ro.product.device: virtual-c
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: [recovery.img]
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - flash: { partition: boot, file: recovery.img }
          - boot-image: recovery.img
          - await-mode: { mode: recovery, within: 20s }
          - format: { partition: userdata, file-system: ext4 }
        """;

    [Fact]
    public async Task A_recovery_with_names_of_its_own_is_no_other_phone()
    {
        await using var rig = Start([]);

        var exit = await RunAsync(rig);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.True(rig.Phone.State.RunsOtherRecovery);
        Assert.Equal(1, rig.Phone.State.Wipes);
    }

    [Fact]
    public async Task Another_serial_in_the_new_recovery_leaves_the_attempt_interrupted()
    {
        await using var rig = Start([new OtherSerialFault("SERIAL0002")]);

        await RunAsync(rig);

        Assert.Equal([FailureCode.PhoneChanged], rig.FailureClasses);
        Assert.Contains("\"outcome\":\"interrupted\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(0, rig.Phone.State.Wipes);
    }

    [Fact]
    public async Task A_recovery_from_memory_that_a_phone_fell_out_of_is_started_from_memory_again()
    {
        FlashRig? falling = null;
        var falls = 1;
        await using var rig = Start([], command =>
        {
            if (command.Contains("make_ext4fs", StringComparison.Ordinal) && Interlocked.Decrement(ref falls) == 0)
            {
                falling?.Phone.HoldKeys();
            }
        });
        falling = rig;

        var exit = await RunAsync(rig);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Equal(2, rig.Heard.Count(command => command == "boot"));
    }

    private static Task<int> RunAsync(FlashRig rig) => rig.RunAsync(Recipe, order => order with { YesErase = true });

    private static FlashRig Start(ImmutableArray<Fault> faults, Action<string>? onCommand = null)
    {
        var rig = FlashRig.StartWithAdb(PhoneMode.System, faults, onCommand);
        rig.Write("recovery.img", [.. Encoding.ASCII.GetBytes("ANDROID!"), .. new byte[4096]]);
        return rig;
    }
}
