using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>Where a whole run of Debian's fastboot was seen to fail, and one of Espero's does not.</summary>
public sealed class RealToolFailureTests
{
    private const string Wipe =
        """
        recipe: wipe
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: boot.img
          - format: userdata
          - flash: { partition: dtbo, file: boot.img, slot: a }
        """;

    private const string Update =
        """
        recipe: update
        model: espero/virtual-c
        identity:
          - getvar.product: virtual-c
          - partition.userdata: "17179869184"
        proof: none
        steps:
          - fetch: boot.img
          - flash: { partition: dtbo, file: boot.img, slot: a }
          - reboot: fastbootd
          - await-mode: { mode: fastbootd, within: 60s }
          - flash: { partition: system, file: boot.img }
        """;

    [Fact]
    public async Task Failure_2_a_wipe_needs_no_tool_that_makes_file_systems_and_the_run_goes_on_behind_it()
    {
        // The phone takes an erase and no image of a file system, which would have to be made on this PC.
        await using var rig = Start(new CommandFault(new OnCommand("flash:userdata"), new FailEffect("not this way")));

        var exit = await rig.RunAsync(Wipe, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Contains("\"outcome\":\"written\"", rig.Output, StringComparison.Ordinal);
        Assert.Equal(rig.Image, rig.Written("dtbo_a"));
    }

    [Fact]
    public async Task Failure_2_a_wipe_that_fails_is_told_as_its_class_before_anything_else_is_lost()
    {
        await using var rig = Start(new CommandFault(new OnCommand("erase:userdata"), new FailEffect("erase failed")));

        var exit = await rig.RunAsync(Wipe, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Failed, rig.Output + rig.Talk);
        Assert.Contains("\"failureClass\":\"phone-refused\"", rig.Output, StringComparison.Ordinal);
        Assert.All(rig.Written("dtbo_a"), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task Failure_6_a_layout_that_does_not_fit_is_found_in_fastbootd_before_the_first_image_is_written()
    {
        await using var rig = Start();

        await rig.RunAsync(
            Update.Replace("partition: system", "partition: system_ext", StringComparison.Ordinal), order => order with { YesErase = true });

        Assert.True(
            rig.Output.Contains("\"failureClass\":\"partition-missing\"", StringComparison.Ordinal)
                && rig.Output.Contains("system_ext", StringComparison.Ordinal),
            rig.Output + rig.Talk);
        Assert.All(rig.Written("dtbo_a"), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task Failure_6_a_layout_that_fits_is_written_whole()
    {
        await using var rig = Start();

        var exit = await rig.RunAsync(Update, order => order with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Equal(rig.Image, rig.Written("dtbo_a"));
        Assert.Equal(303_104, rig.Phone.State.Super.Single(volume => volume.Name == "system_a").SizeBytes); // whole blocks
    }

    private static FlashRig Start(params Fault[] faults) =>
        FlashRig.Start(options => options with { Model = VirtualC.Model, Faults = [.. faults] });
}
