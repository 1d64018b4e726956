using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>A wiped phone allows no debugging: how surely it is seen all the same, and that this is never called verified.</summary>
public sealed class ProofLevelTests
{
    private const string GoogleVendor = "18d1";
    private const string FilesOnly = "4ee1";

    [Theory]
    [InlineData("proof: seen-on-usb, within: 5m")]
    [InlineData("proof: read-back, within: 60s, tests: { getprop.ro.product.device: virtual-c }")] // nobody can read it: weaker
    [InlineData("proof: seen-on-usb, within: 5m, tests: { getvar.product: virtual-c }")] // told before the wipe: proves nothing
    public async Task A_wiped_phone_that_stays_on_its_socket_is_written_and_seen_on_usb(string verify)
    {
        FlashRig? rig = null;
        await using var started = rig = FlashRig.Start(options => options with
        {
            Model = VirtualC.Model,
            OnCommand = command =>
            {
                if (command == "reboot")
                {
                    rig!.Sockets.Plug(FlashRig.Socket, GoogleVendor, FilesOnly, address: 9);
                }
            },
        });

        var exit = await rig.RunAsync(Recipe(verify), request => request with { YesErase = true }, atSocket: true, time: new FastTime());

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.False(rig.Phone.State.AdbEnabled);
        Assert.Contains("\"outcome\":\"written\",\"proof\":\"seen-on-usb\"", rig.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("getvar.product: virtual-c")]
    [InlineData("getprop.ro.product.device: virtual-c, getvar.product: virtual-c")]
    public async Task What_the_bootloader_told_before_is_not_read_back_from_the_system(string tests)
    {
        await using var rig = FlashRig.StartWithAdb(PhoneMode.Bootloader, []);

        var exit = await rig.RunAsync(
            Recipe($"proof: read-back, within: 60s, tests: {{ {tests} }}"), request => request with { YesErase = true });

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        Assert.Contains("\"outcome\":\"written\",\"proof\":\"none\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wiped_phone_that_only_a_person_sees_is_written_and_seen_by_a_person()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        await rig.RunAsync(Recipe("proof: seen-by-person, within: 60s"), request => request with { YesErase = true }, typed: "\n");

        Assert.Contains("\"outcome\":\"written\",\"proof\":\"seen-by-person\"", rig.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing proves", rig.Talk, StringComparison.Ordinal); // somebody looked
    }

    [Fact]
    public async Task A_person_who_never_looked_is_not_a_phone_that_never_started()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        await rig.RunAsync(Recipe("proof: seen-by-person, within: 1s"), request => request with { YesErase = true });

        Assert.Contains("\"failureClass\":\"hands-not-done\"", rig.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wiped_phone_that_nobody_looks_for_is_written_and_nothing_more()
    {
        await using var rig = FlashRig.Start(options => options with { Model = VirtualC.Model });

        await rig.RunAsync(Recipe("proof: none, within: 60s"), request => request with { YesErase = true });

        Assert.Contains("\"outcome\":\"written\",\"proof\":\"none\"", rig.Output, StringComparison.Ordinal);
    }

    private static string Recipe(string verify) =>
        new VerbTrial("verify-boot", "", $"- erase: userdata\n- reboot: system\n- verify-boot: {{ {verify} }}").Recipe;
}
