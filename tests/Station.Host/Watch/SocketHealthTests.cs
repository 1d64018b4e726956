using Espero.Station.CommandLine;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>What the kernel knows of a socket keeps a phone from being used before anybody speaks to it.</summary>
public sealed class SocketHealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_socket_that_was_switched_off_for_too_much_current_is_an_obstacle()
    {
        await using var rig = Plugged();
        rig.Sockets.CountOverCurrents(DownloadRig.Port, 3);
        Assert.Null(await ObstacleAsync(rig)); // what was counted before is history

        rig.Sockets.CountOverCurrents(DownloadRig.Port, 4);

        Assert.Equal(FailureCode.PortOverCurrent, await ObstacleAsync(rig));
    }

    [Fact]
    public async Task Too_much_current_is_told_even_when_nothing_is_left_on_the_socket()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.CountOverCurrents(DownloadRig.Port, 0);
        await ObstacleAsync(rig);

        rig.Sockets.CountOverCurrents(DownloadRig.Port, 1);

        Assert.Equal(FailureCode.PortOverCurrent, await ObstacleAsync(rig));
    }

    [Theory]
    [InlineData("usb 900-1: device descriptor read/64, error -71", FailureCode.CableFaulty)]
    [InlineData("usb usb900-port1: unable to enumerate USB device", FailureCode.CableFaulty)]
    [InlineData("usb 900-2: device descriptor read/64, error -71", FailureCode.PhoneNotSeen)]
    [InlineData("usb 900-1: USB disconnect, device number 5", FailureCode.PhoneNotSeen)]
    public async Task A_phone_that_cannot_say_what_it_is_has_a_bad_cable(string said, string code)
    {
        await using var rig = new DownloadRig();
        rig.Kernel.Say(said);

        Assert.Equal(code, await ObstacleAsync(rig));
    }

    [Fact]
    public async Task What_the_kernel_once_said_of_a_socket_does_not_matter_to_the_phone_that_is_there()
    {
        await using var rig = Plugged();
        rig.Kernel.Say("usb 900-1: device descriptor read/64, error -71");

        Assert.Null(await ObstacleAsync(rig));
    }

    [Fact]
    public async Task On_a_hub_without_its_supply_nothing_is_begun()
    {
        await using var rig = Plugged();
        rig.Sockets.PlugHub(DownloadRig.OtherPort);
        rig.Sockets.Draw($"{DownloadRig.OtherPort}.1", "500mA");
        var onHub = DownloadRig.Address with { Path = $"{DownloadRig.OtherPort}.1", Ways = [new Station.Watch.PhoneWay.Usb($"{DownloadRig.OtherPort}.1")] };

        var exit = await rig.FlashAsync("  - reboot: system\n", new Station.Watch.PhoneSpec.At(onHub));

        Assert.Equal(ExitCode.Refused, exit);
        Assert.Equal([FailureCode.HubPowerLow], rig.FailureClasses);
    }

    private static async Task<string?> ObstacleAsync(DownloadRig rig)
    {
        var connected = await rig.Bench.Connector.ConnectAsync(DownloadRig.Address, _ => { }, Stop);
        return connected.Error?.FailureClass;
    }

    private static DownloadRig Plugged()
    {
        var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);
        return rig;
    }
}
