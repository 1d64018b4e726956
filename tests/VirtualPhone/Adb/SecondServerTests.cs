using System.Text;
using Espero.VirtualPhone.Adb;
using Espero.VirtualPhone.Tests.Doubles;

namespace Espero.VirtualPhone.Tests.Adb;

/// <summary>Over USB one adb server after the other uses the same connection, and only its hello tells.</summary>
public sealed class SecondServerTests
{
    private const uint PublicKey = 3;
    private static readonly AdbMessage Hello = new(AdbCommand.Connect, AdbWire.Version, AdbWire.MaxPayloadBytes, "host::\0"u8.ToArray());

    [Fact]
    public async Task A_second_hello_begins_anew_and_the_first_servers_streams_are_forgotten()
    {
        await using var phone = RunningPhone.InSystem();
        await using var wire = new AdbWire(await AdbHello.ConnectAsync(phone.Server.AdbAddress!));
        await SayAsync(wire, Hello);
        await HearAsync(wire);
        await SayAsync(wire, new(AdbCommand.Open, 1, 0, "sync:\0"u8.ToArray()));
        Assert.Equal(AdbCommand.Okay, (await HearAsync(wire)).Command);

        await SayAsync(wire, Hello);

        var banner = await HearAsync(wire);
        Assert.Equal(AdbCommand.Connect, banner.Command);
        Assert.StartsWith("device::", Encoding.UTF8.GetString(banner.Payload.Span), StringComparison.Ordinal);
        await SayAsync(wire, new(AdbCommand.Open, 1, 0, "shell:getprop ro.product.device\0"u8.ToArray()));
        Assert.Equal(AdbCommand.Okay, (await HearAsync(wire)).Command);
        Assert.Equal("virtual-c\n", Encoding.UTF8.GetString((await HearAsync(wire)).Payload.Span));
    }

    [Fact]
    public async Task A_second_server_is_asked_for_its_key_while_the_first_ones_is_on_the_screen()
    {
        await using var phone = RunningPhone.InSystem(options => options with { AdbTrust = AdbTrust.Ask });
        await using var wire = new AdbWire(await AdbHello.ConnectAsync(phone.Server.AdbAddress!));
        await SayAsync(wire, Hello);
        await HearAsync(wire);
        await SayAsync(wire, new(AdbCommand.Authenticate, PublicKey, 0, "first key\0"u8.ToArray()));

        await SayAsync(wire, Hello);
        Assert.Equal(AdbCommand.Authenticate, (await HearAsync(wire)).Command);
        await SayAsync(wire, new(AdbCommand.Authenticate, PublicKey, 0, "second key\0"u8.ToArray()));
        await phone.Server.WaitForAsync(state => state.KeyOnScreen == "second key", TestContext.Current.CancellationToken);
        phone.Server.AcceptKey();

        Assert.Equal(AdbCommand.Connect, (await HearAsync(wire)).Command);
        Assert.Equal(["second key"], phone.Server.State.AuthorizedKeys);
    }

    private static ValueTask SayAsync(AdbWire wire, AdbMessage message) => wire.WriteAsync(message, TestContext.Current.CancellationToken);

    private static Task<AdbMessage> HearAsync(AdbWire wire) => wire.ReadAsync(TestContext.Current.CancellationToken);
}
