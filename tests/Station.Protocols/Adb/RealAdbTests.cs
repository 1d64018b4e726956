using System.Text;
using Espero.Station.Protocols.Adb;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Debian's adb server between our client and a phone of our own.</summary>
public sealed class RealAdbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_on_the_network_is_connected_listed_and_speaks()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(PlayAsync, Stop);
        var phone = await server.PhoneAsync(adbd, Stop);

        var devices = await server.Client.GetDevicesAsync(Stop);
        var output = await phone.ShellAsync("hello", Stop);

        var device = Assert.Single(devices.Value);
        Assert.Equal($"127.0.0.1:{adbd.Port}", device.Serial);
        Assert.Equal(AdbState.Device, device.State);
        Assert.Equal(("nox", "Nox_1", "nox"), (device.Product, device.Model, device.Device));
        Assert.Null(device.DevicePath);
        Assert.NotNull(device.TransportId);
        Assert.Equal(new ShellOutput("out\n", "err\n", 3), output.Value);
    }

    private static Task? PlayAsync(string service, AdbdStream stream, CancellationToken stop) => service switch
    {
        "shell,v2,raw:hello" => GreetAsync(stream, stop),
        _ => null,
    };

    private static async Task GreetAsync(AdbdStream stream, CancellationToken stop)
    {
        await stream.WriteShellAsync(1, Encoding.ASCII.GetBytes("out\n"), stop);
        await stream.WriteShellAsync(2, Encoding.ASCII.GetBytes("err\n"), stop);
        await stream.WriteShellAsync(3, new byte[] { 3 }, stop);
    }
}
