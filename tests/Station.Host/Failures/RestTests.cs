using System.Net;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>A battery that is too low before the point of no return rests, wherever the attempt is.</summary>
public sealed class RestTests
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
          - fetch: [boot.img]
          - reboot: recovery
          - await-mode: { mode: recovery, within: 20s }
          - reboot: bootloader
          - await-mode: { mode: bootloader, within: 20s }
          - flash: { partition: boot, file: boot.img, slot: a }
        """;

    [Fact]
    public async Task A_battery_that_falls_too_low_before_the_point_of_no_return_rests_and_goes_on()
    {
        await using var rig = StartDraining();
        var charging = new PersonAtKeyboard(() => rig.Phone.Charge(percent: 80));

        var exit = await rig.RunAsync(Recipe, order => order with { YesErase = true }, person: charging);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Contains("trying again: Rest", rig.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_battery_that_stays_low_ends_the_attempt_with_its_class_and_takes_no_fallback()
    {
        await using var rig = StartDraining();

        await rig.RunAsync(
            Recipe.Replace("  - reboot: bootloader\n", "  - reboot: bootloader\n    fallback:\n      - checkpoint: another-way\n", StringComparison.Ordinal),
            order => order with { YesErase = true },
            person: new StringReader("\n\n\n"));

        Assert.Equal([FailureCode.BatteryLow], rig.FailureClasses);
        Assert.DoesNotContain("another-way", rig.Log, StringComparison.Ordinal);
    }

    private static FlashRig StartDraining()
    {
        FlashRig? draining = null;
        draining = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            ListenAdb = new(IPAddress.Loopback, 0),
            StartMode = PhoneMode.System,
            OnCommand = command => Drain(draining, command),
        });
        return draining;
    }

    private static void Drain(FlashRig? rig, string command)
    {
        if (command == "reboot:recovery")
        {
            rig?.Phone.Charge(percent: 20);
        }
    }
}
