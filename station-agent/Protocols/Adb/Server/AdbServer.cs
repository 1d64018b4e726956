using System.Net;
using System.Net.Sockets;

namespace Espero.Station.Protocols.Adb.Server;

/// <summary>
/// Debian's adb as a server of our own: on a private port of loopback, with a key and a folder of our own. It is started again
/// whenever it dies, on the same port, and ends with this object. Nobody else's server is ever told anything.
/// </summary>
public sealed class AdbServer : IAsyncDisposable
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(20);
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly CancellationTokenSource _stop = new();
    private readonly AdbFolder _folder;
    private readonly AdbServerOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<AdbServerDeath> _onDeath;
    private readonly AdbClient _pulse;
    private AdbServerProcess? _process;
    private Task _keeping = Task.CompletedTask;

    private AdbServer(AdbFolder folder, int port, AdbServerOptions options, TimeProvider time, Action<AdbServerDeath> onDeath)
    {
        (_folder, _options, _time, _onDeath) = (folder, options, time, onDeath);
        Endpoint = new IPEndPoint(IPAddress.Loopback, port);
        _pulse = new AdbClient(Endpoint, new AdbOptions { Question = options.PulseLimit }, time);
    }

    /// <summary>Where it serves; the same through every restart.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>The server's process as it is now; null between two of them.</summary>
    public int? ProcessId => _process?.ProcessId;

    /// <summary>Starts the server, makes its key if it has none, and waits until it answers.</summary>
    /// <param name="onDeath">Told, on a pool thread, each time the server had to be started again. It must not throw.</param>
    public static async Task<AdbResult<AdbServer>> StartAsync(
        AdbServerOptions options, TimeProvider time, Action<AdbServerDeath> onDeath, CancellationToken cancellationToken)
    {
        var claimed = AdbFolder.Claim(options.Folder);
        if (claimed.Error is { } unusable)
        {
            return unusable;
        }

        var server = new AdbServer(claimed.Value, ChoosePort(options.Port), options, time, onDeath);
        var error = (await AdbKey.EnsureAsync(claimed.Value, options, time, cancellationToken)).Error
            ?? await server.StartProcessAsync(cancellationToken);
        if (error is null)
        {
            server._keeping = server.KeepAsync(server._stop.Token);
            return server;
        }

        await server.DisposeAsync();
        return error;
    }

    /// <summary>Ends the server; the phones stay as they are.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _keeping;
        await EndProcessAsync();
        _folder.Dispose();
        _stop.Dispose();
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        var pause = _options.ShortestPause;
        var born = _time.GetTimestamp();
        while (await WatchAsync(cancellationToken) is { } death)
        {
            await EndProcessAsync();
            _onDeath(death);
            pause = _time.GetElapsedTime(born) > _options.LongestPause ? _options.ShortestPause : pause;
            pause = await RestartAsync(pause, cancellationToken);
            born = _time.GetTimestamp();
        }
    }

    // Null when we were told to stop.
    private async Task<AdbServerDeath?> WatchAsync(CancellationToken cancellationToken)
    {
        while (_process is { } process && !cancellationToken.IsCancellationRequested)
        {
            await PauseAsync(_options.Pulse, process.Exit, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            if (process.Exit.IsCompleted)
            {
                return process.Death();
            }

            if ((await _pulse.GetVersionAsync(cancellationToken)).Error is { Failure: AdbFailure.Silent })
            {
                return new AdbServerDeath(AdbServerDeathCause.Hung, "The station's adb server ran and did not answer.");
            }
        }

        return null;
    }

    // A server that dies at once is started ever more rarely, not in a circle; gives the pause that comes next.
    private async Task<TimeSpan> RestartAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        while (true)
        {
            await PauseAsync(pause, Never, cancellationToken);
            pause = pause * 2 < _options.LongestPause ? pause * 2 : _options.LongestPause;
            var error = await StartProcessAsync(cancellationToken);
            if (error is null || cancellationToken.IsCancellationRequested)
            {
                return pause;
            }

            _onDeath(new AdbServerDeath(AdbServerDeathCause.NotStarted, error.Text));
        }
    }

    private async Task<AdbError?> StartProcessAsync(CancellationToken cancellationToken)
    {
        if ((await _pulse.GetVersionAsync(cancellationToken)).Error is not { Failure: AdbFailure.ServerGone })
        {
            return new AdbError(
                AdbFailure.ServerUnusable,
                $"Another program listens on port {Endpoint.Port}, which the station's adb server needs. Give the station another port.");
        }

        var started = AdbServerProcess.Start(_folder, Endpoint.Port, _options, _time);
        if (started.Error is { } missing)
        {
            return missing;
        }

        _process = started.Value;
        var answering = await AdbEdge.RunAsync(
            "the start of the adb server",
            AdbLimit.Within(_options.Start),
            _time,
            watchdog => WaitForAnswerAsync(started.Value, watchdog.Token),
            cancellationToken);
        if (!answering.Succeeded)
        {
            await EndProcessAsync();
        }

        return answering.Error;
    }

    private async Task<AdbResult<int>> WaitForAnswerAsync(AdbServerProcess process, CancellationToken cancellationToken)
    {
        while (!process.Exit.IsCompleted)
        {
            var version = await _pulse.GetVersionAsync(cancellationToken);
            if (version.Succeeded)
            {
                return version;
            }

            await Task.Delay(BetweenQuestions, _time, cancellationToken);
        }

        return new AdbError(AdbFailure.ServerUnusable, $"The station's adb server did not start. {process.Death().Text}");
    }

    private async ValueTask EndProcessAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync();
            _folder.Forget();
        }
    }

    private async Task PauseAsync(TimeSpan pause, Task orUntil, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(orUntil, Task.Delay(pause, _time, enough.Token));
        await enough.CancelAsync();
    }

    private static int ChoosePort(int wanted)
    {
        if (wanted > 0)
        {
            return wanted;
        }

        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
