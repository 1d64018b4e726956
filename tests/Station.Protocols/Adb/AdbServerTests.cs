using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Server;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Station.Protocols.Tests.Adb;

public sealed class AdbServerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder _folder = new();
    private readonly Channel<AdbServerDeath> _deaths = Channel.CreateUnbounded<AdbServerDeath>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_serves_on_its_own_port_with_a_key_of_its_own()
    {
        await using var server = await StartAsync();

        var version = await Client(server).GetVersionAsync(Stop);

        Assert.Equal(41, version.Value);
        Assert.NotEqual(5037, server.Endpoint.Port);
        Assert.True(File.Exists(_folder.PathTo(".android/adbkey")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.PathTo(".android/adbkey")));
    }

    [Fact]
    public async Task The_key_is_made_once()
    {
        await (await StartAsync()).DisposeAsync();
        var key = await File.ReadAllTextAsync(_folder.PathTo(".android/adbkey"), Stop);

        await (await StartAsync()).DisposeAsync();

        Assert.Equal(key, await File.ReadAllTextAsync(_folder.PathTo(".android/adbkey"), Stop));
    }

    [Fact]
    public async Task It_ends_with_its_owner()
    {
        var server = await StartAsync();
        using var process = Process.GetProcessById(server.ProcessId!.Value);

        await server.DisposeAsync();

        await process.WaitForExitAsync(Stop).WaitAsync(Limit, Stop);
        Assert.Equal(AdbFailure.ServerGone, (await Client(server).GetVersionAsync(Stop)).Error?.Failure);
    }

    [Fact]
    public async Task A_server_killed_by_another_client_is_named_and_serves_again_on_the_same_port()
    {
        await using var server = await StartAsync();

        var port = server.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        await ChildProgram.RunAsync("adb", ["-P", port, "kill-server"], Limit, Stop);

        Assert.Equal(AdbServerDeathCause.KilledByClient, (await NextDeathAsync()).Cause);
        await AssertServesAgainAsync(server);
    }

    [Fact]
    public async Task A_server_that_dies_is_noticed_and_serves_again_on_the_same_port()
    {
        await using var server = await StartAsync();
        using var process = Process.GetProcessById(server.ProcessId!.Value);

        process.Kill();

        Assert.Equal(AdbServerDeathCause.Died, (await NextDeathAsync()).Cause);
        await AssertServesAgainAsync(server);
    }

    [Fact]
    public async Task A_server_that_hangs_is_replaced()
    {
        await using var server = await StartAsync(new AdbServerOptions
        {
            Folder = _folder.Path,
            Pulse = TimeSpan.FromMilliseconds(100),
            PulseLimit = TimeSpan.FromMilliseconds(500),
            Stop = TimeSpan.FromMilliseconds(100),
        });

        await ChildProgram.RunAsync("kill", ["-STOP", server.ProcessId!.Value.ToString(CultureInfo.InvariantCulture)], Limit, Stop);

        Assert.Equal(AdbServerDeathCause.Hung, (await NextDeathAsync()).Cause);
        await AssertServesAgainAsync(server);
    }

    [Fact]
    public async Task A_server_that_outlived_a_crash_of_the_station_is_ended_before_a_new_one_starts()
    {
        await (await StartAsync()).DisposeAsync();
        await using var orphan = ChildProgram.Start("sleep", "60");
        await using (var note = File.Create(_folder.PathTo("server")))
        {
            ServerNote.Write(note, orphan.ProcessId);
        }

        await using var server = await StartAsync();

        await orphan.WaitForExitAsync(Limit, Stop);
        Assert.True(orphan.HasExited);
    }

    [Fact]
    public async Task A_process_that_only_has_the_old_server_s_number_is_left_alone()
    {
        await using var stranger = ChildProgram.Start("sleep", "60");
        var note = string.Create(CultureInfo.InvariantCulture, $"{stranger.ProcessId} x/1");
        await File.WriteAllTextAsync(_folder.PathTo("server"), note, Stop);

        await using var server = await StartAsync();

        Assert.False(stranger.HasExited);
    }

    [Fact]
    public async Task A_folder_that_another_station_program_holds_is_refused_and_its_server_lives_on()
    {
        await using var first = await StartAsync();

        var second = await AdbServer.StartAsync(new AdbServerOptions { Folder = _folder.Path }, TimeProvider.System, _ => { }, Stop);

        Assert.Equal(AdbFailure.ServerUnusable, second.Error?.Failure);
        Assert.True((await Client(first).GetVersionAsync(Stop)).Succeeded);
    }

    [Fact]
    public async Task A_port_where_somebody_else_listens_is_refused_in_one_sentence()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        var port = ((IPEndPoint)stranger.LocalEndpoint).Port;

        var answer = await AdbServer.StartAsync(
            new AdbServerOptions { Folder = _folder.Path, Port = port, PulseLimit = TimeSpan.FromMilliseconds(200) },
            TimeProvider.System,
            _ => { },
            Stop);

        Assert.Equal(AdbFailure.ServerUnusable, answer.Error?.Failure);
        Assert.Contains("port", answer.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_program_is_one_sentence_that_says_what_to_install()
    {
        var answer = await AdbServer.StartAsync(
            new AdbServerOptions { Folder = _folder.Path, Program = "adb-that-is-not-there" }, TimeProvider.System, _ => { }, Stop);

        Assert.Equal(AdbFailure.ProgramMissing, answer.Error?.Failure);
        Assert.Contains("apt-get install adb", answer.Error?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_8_a_listener_on_an_emulator_s_port_is_not_listed_as_one()
    {
        using var emulator = ListenOnEmulatorPort();
        await using var server = await StartAsync();

        // The server looks for emulators as it starts; connecting to a phone gives it time.
        await Client(server).ConnectAsync("127.0.0.1", FreePort.Find(), Stop);

        Assert.Empty((await Client(server).GetDevicesAsync(Stop)).Value);
    }

    private static TcpListener ListenOnEmulatorPort()
    {
        for (var port = 5555; ; port += 2)
        {
            var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return listener;
            }
            catch (SocketException) when (port < 5585)
            {
                listener.Dispose();
            }
        }
    }

    private static async Task AssertServesAgainAsync(AdbServer server)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Limit);
        while (!(await Client(server).GetVersionAsync(limit.Token)).Succeeded)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    private async Task<AdbServerDeath> NextDeathAsync() => await _deaths.Reader.ReadAsync(Stop).AsTask().WaitAsync(Limit, Stop);

    private Task<AdbServer> StartAsync() => StartAsync(new AdbServerOptions { Folder = _folder.Path });

    private async Task<AdbServer> StartAsync(AdbServerOptions options)
    {
        var started = await AdbServer.StartAsync(options, TimeProvider.System, death => _deaths.Writer.TryWrite(death), Stop);
        Assert.Null(started.Error);
        return started.Value;
    }

    private static AdbClient Client(AdbServer server) => new(server.Endpoint, new AdbOptions(), TimeProvider.System);
}
