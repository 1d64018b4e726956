using Espero.Station.Protocols.Adb;
using Espero.Testing;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Debian's adb server between our client and a phone of our own.</summary>
public sealed class RealAdbTests : IDisposable
{
    private const string OldBanner = "device::ro.product.name=old;ro.product.model=Old;ro.product.device=old;";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TempFolder _files = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_phone_on_the_network_is_connected_listed_and_speaks()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(PhoneScene.Shell("hello", "out\n", "err\n", 3), Stop);
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

    [Fact]
    public async Task An_old_phone_s_exit_code_is_read_through_a_mark()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(
            PhoneScene.Plain("shell:(false\n); echo \"espero-exit:$?\"", "no\r\nespero-exit:7\r\n"), Stop)
        { Banner = OldBanner };
        var phone = await server.PhoneAsync(adbd, Stop);

        Assert.Equal(new ShellOutput("no\n", "", 7), (await phone.ShellAsync("false", Stop)).Value);
    }

    [Fact]
    public async Task A_command_cut_off_before_its_end_is_a_lost_connection_on_an_old_phone_too()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(
            PhoneScene.Plain("shell:(false\n); echo \"espero-exit:$?\"", "no\r\nespero-ex"), Stop)
        { Banner = OldBanner };
        var phone = await server.PhoneAsync(adbd, Stop);

        Assert.Equal(AdbFailure.ConnectionLost, (await phone.ShellAsync("false", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_pushed_file_arrives_identical_and_is_read_back()
    {
        var content = new byte[(5 << 16) + 77];
        new Random(2).NextBytes(content);
        var storage = new PhoneStorage();
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(storage.Play, Stop);
        var phone = await server.PhoneAsync(adbd, Stop);

        var receipt = await phone.PushAsync(
            _files.Write("file", content), "/tmp/it's a file", UnixFileMode.UserRead | UnixFileMode.UserWrite, progress: null, Stop);

        Assert.Null(receipt.Error);
        Assert.True(receipt.Value.IsHashSeen);
        Assert.Equal(content, storage.Content);
        Assert.Equal("/tmp/it's a file,33152", storage.Place);
    }

    [Theory]
    [InlineData(PhoneStorage.Fault.CorruptsAByte, AdbFailure.ArrivedDifferent)]
    [InlineData(PhoneStorage.Fault.LosesTheEnd, AdbFailure.ArrivedDifferent)]
    [InlineData(PhoneStorage.Fault.RefusesInTheMiddle, AdbFailure.Refused)]
    [InlineData(PhoneStorage.Fault.HangsUp, AdbFailure.ConnectionLost)]
    public async Task A_pushed_file_that_did_not_arrive_is_a_failure(PhoneStorage.Fault fault, AdbFailure expected)
    {
        var storage = new PhoneStorage { Does = fault };
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(storage.Play, Stop);
        var phone = await server.PhoneAsync(adbd, Stop);

        var receipt = await phone.PushAsync(
            _files.Write("file", new byte[4 << 20]), "/tmp/file", UnixFileMode.UserRead, progress: null, Stop);

        Assert.Equal(expected, receipt.Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_nobody_answers_for_is_not_connected_although_the_server_says_okay()
    {
        await using var server = await RealServer.StartAsync(Stop);

        var answer = await server.Client.ConnectAsync("127.0.0.1", FreePort.Find(), Stop);

        Assert.Equal(AdbFailure.PhoneGone, answer.Error?.Failure);
        Assert.Contains("failed to connect", answer.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_connected_twice_is_connected()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd((_, _, _) => null, Stop);
        await server.PhoneAsync(adbd, Stop);

        Assert.Null((await server.Client.ConnectAsync("127.0.0.1", adbd.Port, Stop)).Error);
    }

    [Fact]
    public async Task A_phone_that_restarts_is_waited_for_until_it_really_answers_again()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(PhoneScene.Plain("reboot:recovery", ""), Stop);
        var phone = await server.PhoneAsync(adbd, Stop);
        var before = Assert.Single((await server.Client.GetDevicesAsync(Stop)).Value);

        Assert.Null((await phone.RebootAsync(AdbRebootTarget.Recovery, Stop)).Error);
        var waiting = server.Client.WaitForReturnAsync(before, back => back.State == AdbState.Device, Limit, Stop);
        adbd.Cut();

        var back = await waiting;
        Assert.Null(back.Error);
        Assert.Equal(AdbState.Device, back.Value.State);
    }

    [Fact]
    public async Task Failure_11_a_phone_on_the_network_is_connected_as_soon_as_it_is_back_and_not_ten_seconds_later()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd(PhoneScene.Plain("reboot:", ""), Stop);
        await server.PhoneAsync(adbd, Stop);
        var before = Assert.Single((await server.Client.GetDevicesAsync(Stop)).Value);

        var waiting = server.Client.WaitForNetworkReturnAsync(
            before, "127.0.0.1", adbd.Port, back => back.State == AdbState.Device, TimeSpan.FromSeconds(8), Stop);
        adbd.Cut();

        Assert.Equal(AdbState.Device, (await waiting).Value?.State);
    }

    [Fact]
    public async Task A_phone_that_does_not_come_back_is_silent_at_the_deadline()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd((_, _, _) => null, Stop);
        await server.PhoneAsync(adbd, Stop);
        var before = Assert.Single((await server.Client.GetDevicesAsync(Stop)).Value);

        var back = await server.Client.WaitForReturnAsync(before, _ => true, TimeSpan.FromMilliseconds(300), Stop);

        Assert.Equal(AdbFailure.Silent, back.Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_is_not_there_is_gone()
    {
        await using var server = await RealServer.StartAsync(Stop);

        Assert.Equal(AdbFailure.PhoneGone, (await server.Client.Phone(AdbTarget.BySerial("nobody")).ShellAsync("ls", Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.PhoneGone, (await server.Client.Phone(AdbTarget.ByTransport(99)).ShellAsync("ls", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task The_list_follows_a_phone_as_it_comes_and_goes()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var adbd = new FakeAdbd((_, _, _) => null, Stop);
        await using var lists = server.Client.TrackAsync(Stop).GetAsyncEnumerator(Stop);
        Assert.True(await lists.MoveNextAsync());
        Assert.Empty(lists.Current.Value);

        await server.PhoneAsync(adbd, Stop);
        while (lists.Current.Value is not [{ State: AdbState.Device }])
        {
            Assert.True(await lists.MoveNextAsync());
        }

        await server.Client.DisconnectAsync("127.0.0.1", adbd.Port, Stop);
        while (!lists.Current.Value.IsEmpty)
        {
            Assert.True(await lists.MoveNextAsync());
        }
    }

    [Fact]
    public async Task The_list_ends_with_a_failure_when_the_server_goes()
    {
        await using var server = await RealServer.StartAsync(Stop);
        await using var lists = server.Client.TrackAsync(Stop).GetAsyncEnumerator(Stop);
        await lists.MoveNextAsync();

        await server.Server.DisposeAsync();

        Assert.True(await lists.MoveNextAsync());
        Assert.Equal(AdbFailure.ConnectionLost, lists.Current.Error?.Failure);
        Assert.False(await lists.MoveNextAsync());
    }
}
