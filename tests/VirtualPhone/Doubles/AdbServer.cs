using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CliWrap;
using CliWrap.Buffered;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>Debian's own adb: a server on a private port with a key of its own, ended with the test.</summary>
internal sealed class AdbServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly TemporaryDirectory _home = new();
    private readonly CancellationTokenSource _limit =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private readonly int _port = FreePort();
    private readonly string _target;

    private AdbServer(IPEndPoint phone)
    {
        _limit.CancelAfter(Limit);
        _target = phone.ToString();
    }

    /// <summary>Starts a server and connects it to the phone.</summary>
    public static async Task<AdbServer> ConnectAsync(RunningPhone phone)
    {
        var server = new AdbServer(phone.Server.AdbAddress!);
        await server.RunAsync("start-server");
        await server.RunAsync("connect", server._target);
        return server;
    }

    /// <summary>Runs an adb command for the phone.</summary>
    public Task<ToolRun> OnPhoneAsync(params string[] arguments) => RunAsync(["-s", _target, .. arguments]);

    /// <summary>Connects anew until the server sees the phone in this state.</summary>
    public async Task WaitForAsync(string state)
    {
        while (!(await OnPhoneAsync("get-state")).Output.StartsWith(state, StringComparison.Ordinal))
        {
            await RunAsync("disconnect", _target);
            await RunAsync("connect", _target);
            await Task.Delay(Pause, TimeProvider.System, _limit.Token);
        }
    }

    public async Task<ToolRun> RunAsync(params string[] arguments)
    {
        var result = await Cli.Wrap("adb")
            .WithArguments(arguments)
            .WithEnvironmentVariables(environment => environment
                .Set("HOME", _home.Path)
                .Set("ADB_LOCAL_TRANSPORT_MAX_PORT", "0")
                .Set("ANDROID_ADB_SERVER_PORT", _port.ToString(CultureInfo.InvariantCulture)))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(_limit.Token);
        return new ToolRun(result.ExitCode, result.StandardOutput + result.StandardError);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("kill-server");
        _limit.Dispose();
        _home.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
