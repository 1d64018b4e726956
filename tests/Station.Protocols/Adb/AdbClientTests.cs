using Espero.Station.Protocols.Adb;

namespace Espero.Station.Protocols.Tests.Adb;

/// <summary>Servers that say what a real one says once in a thousand times, and what none should.</summary>
public sealed class AdbClientTests
{
    private const string Address = "10.0.0.7:5555";

    private static readonly AdbOptions Hasty = new()
    {
        Question = TimeSpan.FromMilliseconds(200),
        Connect = TimeSpan.FromMilliseconds(200),
        ShellSilence = TimeSpan.FromMilliseconds(200),
        PushSilence = TimeSpan.FromMilliseconds(200),
        Reboot = TimeSpan.FromMilliseconds(200),
        SideloadSilence = TimeSpan.FromMilliseconds(200),
        MaxOutputBytes = 1 << 20,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("failed to authenticate to 10.0.0.7:5555", AdbFailure.Unauthorized)]
    [InlineData("failed to connect to '10.0.0.7:5555': Connection refused", AdbFailure.PhoneGone)]
    [InlineData("failed to connect to 10.0.0.7:5555", AdbFailure.PhoneGone)]
    [InlineData("unable to connect to 10.0.0.7:5555", AdbFailure.PhoneGone)]
    [InlineData("connected to somewhere else", AdbFailure.PhoneGone)]
    [InlineData("", AdbFailure.PhoneGone)]
    public async Task An_okay_with_a_text_that_means_failure_is_a_failure(string text, AdbFailure expected)
    {
        await using var server = new ScriptedServer(Stop).Answer($"host:connect:{Address}", $"OKAY{ScriptedServer.Text(text)}");

        Assert.Equal(expected, (await server.Connect().ConnectAsync("10.0.0.7", 5555, Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_phone_that_the_server_believes_connected_and_lists_as_offline_is_connected_anew()
    {
        await using var server = new ScriptedServer(Stop)
            .Answer(
                $"host:connect:{Address}",
                $"OKAY{ScriptedServer.Text($"already connected to {Address}")}",
                $"OKAY{ScriptedServer.Text($"connected to {Address}")}")
            .Answer("host:devices-l", $"OKAY{ScriptedServer.Text($"{Address,-22} offline transport_id:1\n")}")
            .Answer($"host:disconnect:{Address}", $"OKAY{ScriptedServer.Text($"disconnected {Address}")}");

        var answer = await server.Connect().ConnectAsync("10.0.0.7", 5555, Stop);

        Assert.Null(answer.Error);
        Assert.Contains($"host:disconnect:{Address}", server.Asked);
    }

    [Theory]
    [InlineData("device 'x' not found", AdbFailure.PhoneGone)]
    [InlineData("no devices/emulators found", AdbFailure.PhoneGone)]
    [InlineData("no device with transport id '9'", AdbFailure.PhoneGone)]
    [InlineData("device offline", AdbFailure.PhoneNotReady)]
    [InlineData("device still connecting", AdbFailure.PhoneNotReady)]
    [InlineData("device still authorizing", AdbFailure.PhoneNotReady)]
    [InlineData("device unauthorized.\nThis adb server's $ADB_VENDOR_KEYS is not set", AdbFailure.Unauthorized)]
    [InlineData("insufficient permissions for device: missing udev rules?", AdbFailure.NoPermission)]
    [InlineData("closed", AdbFailure.Refused)]
    public async Task What_the_server_says_of_a_phone_is_classified(string text, AdbFailure expected)
    {
        await using var server = new ScriptedServer(Stop).Answer("host:transport:x", $"FAIL{ScriptedServer.Text(text)}");

        var answer = await server.Connect().Phone(AdbTarget.BySerial("x")).RebootAsync(AdbRebootTarget.System, Stop);

        Assert.Equal(new AdbError(expected, text), answer.Error);
    }

    [Theory]
    [InlineData("HTTP", AdbFailure.Nonsense)]
    [InlineData("OKAYzzzz", AdbFailure.Nonsense)]
    [InlineData("OKAY-001", AdbFailure.Nonsense)]
    [InlineData("OKAY 004", AdbFailure.Nonsense)]
    [InlineData("FAILwhat", AdbFailure.Nonsense)]
    [InlineData("OKAY0004xxxx", AdbFailure.Nonsense)] // no version
    [InlineData("", AdbFailure.ConnectionLost)]
    [InlineData("OK", AdbFailure.ConnectionLost)]
    [InlineData("OKAY", AdbFailure.ConnectionLost)]
    [InlineData("OKAYffff0029", AdbFailure.ConnectionLost)]
    [InlineData("FAIL0009abc", AdbFailure.ConnectionLost)]
    public async Task An_answer_cut_short_or_out_of_shape_is_a_failure(string answer, AdbFailure expected)
    {
        await using var server = new ScriptedServer(Stop).Answer("host:version", answer);

        Assert.Equal(expected, (await server.Connect().GetVersionAsync(Stop)).Error?.Failure);
    }

    [Fact]
    public async Task No_call_waits_for_ever_on_a_server_that_is_silent()
    {
        await using var server = new ScriptedServer(Stop) { HangsUp = false }
            .Answer("host-serial:x:features", $"OKAY{ScriptedServer.Text("shell_v2")}")
            .Answer("shell,v2,raw:getprop", "OKAY")
            .Answer("sync:", "OKAY")
            .Answer("reboot:", "OKAY")
            .Answer("sideload-host:5:1048576", "OKAY00000000");
        using var files = new TempFolder();
        var file = files.Write("file", "bytes"u8.ToArray());
        var client = server.Connect(Hasty);
        var phone = client.Phone(AdbTarget.BySerial("x"));

        Assert.Equal(AdbFailure.Silent, (await client.GetVersionAsync(Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.Silent, (await client.GetDevicesAsync(Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.Silent, (await client.ConnectAsync("x", 1, Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.Silent, (await client.WaitForAsync(_ => true, Hasty.Question, Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.Silent, (await phone.GetPropertiesAsync(Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.Silent, (await phone.RebootAsync(AdbRebootTarget.System, Stop)).Error?.Failure);
        Assert.Equal(AdbFailure.Silent, (await phone.PushAsync(file, "/tmp/x", UnixFileMode.UserRead, null, Stop)).Error?.Failure);
        Assert.Equal("Silent", (await phone.SideloadAsync(file, null, Stop)).Value.End.ToString());
    }

    [Fact]
    public async Task A_caller_that_cancels_gets_its_call_back()
    {
        await using var server = new ScriptedServer(Stop) { HangsUp = false }.Answer("sideload-host:5:1048576", "OKAY");
        using var files = new TempFolder();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var version = server.Connect().GetVersionAsync(cancel.Token);

        Assert.Equal(AdbFailure.Cancelled, (await version).Error?.Failure);
    }

    [Fact]
    public async Task A_sideload_that_is_cancelled_ends_at_once_and_says_so()
    {
        await using var server = new ScriptedServer(Stop) { HangsUp = false }.Answer("sideload-host:5:1048576", "OKAY");
        using var files = new TempFolder();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var phone = server.Connect().Phone(AdbTarget.BySerial("x"));

        var report = await phone.SideloadAsync(files.Write("file", "bytes"u8.ToArray()), null, cancel.Token);

        Assert.Equal("Cancelled", report.Value.End.ToString());
    }

    [Theory]
    [InlineData("\x01\xff\xff\xff\xffxx", AdbFailure.ConnectionLost)] // four gigabytes are claimed, two bytes come
    [InlineData("\x09\x01\0\0\0x", AdbFailure.Nonsense)]
    [InlineData("\x03\x02\0\0\0xx", AdbFailure.Nonsense)]
    [InlineData("\x01\x02\0\0\0xx", AdbFailure.ConnectionLost)] // no exit code
    [InlineData("\x03\x01\0\0\0", AdbFailure.ConnectionLost)]
    public async Task A_command_s_packets_out_of_shape_are_a_failure(string packets, AdbFailure expected)
    {
        await using var server = ShellServer(packets);

        Assert.Equal(expected, (await server.Connect().Phone(AdbTarget.BySerial("x")).ShellAsync("ls", Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_command_that_prints_without_end_is_cut_off_at_the_limit()
    {
        var packet = $"\x01\0\0\x01\0{new string('x', 1 << 16)}";
        await using var server = ShellServer(string.Concat(Enumerable.Repeat(packet, 20)));

        var answer = await server.Connect(Hasty).Phone(AdbTarget.BySerial("x")).ShellAsync("ls", Stop);

        Assert.Equal(AdbFailure.TooMuchOutput, answer.Error?.Failure);
    }

    [Fact]
    public async Task Random_bytes_are_a_failure_in_every_call()
    {
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            var bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            var noise = System.Text.Encoding.Latin1.GetString(bytes);
            await using var server = ShellServer(noise).Answer("host:devices-l", $"OKAY{noise}").Answer("host:version", noise);
            var client = server.Connect(Hasty);

            Assert.False((await client.GetVersionAsync(Stop)).Succeeded);
            await client.GetDevicesAsync(Stop);
            await client.Phone(AdbTarget.BySerial("x")).ShellAsync("ls", Stop);
        }
    }

    private static ScriptedServer ShellServer(string packets) => new ScriptedServer(Stop)
        .Answer("host-serial:x:features", $"OKAY{ScriptedServer.Text("shell_v2")}")
        .Answer("shell,v2,raw:ls", $"OKAY{packets}");
}
