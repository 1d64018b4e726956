using System.Globalization;
using CliWrap;

namespace Espero.Station.Protocols.Adb.Server;

/// <summary>One run of the server as a child process: started, watched, ended by nobody else here.</summary>
internal sealed class AdbServerProcess : IAsyncDisposable
{
    // AOSP adb/adb.cpp, "host:kill".
    private const string KilledByClient = "adb server killed by remote request";

    private readonly CancellationTokenSource _ask = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly LastWords _words = new();
    private readonly AdbServerOptions _options;
    private readonly TimeProvider _time;
    private readonly CommandTask<CommandResult> _run;

    private AdbServerProcess(AdbFolder folder, int port, AdbServerOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        string[] arguments = ["-L", string.Create(CultureInfo.InvariantCulture, $"tcp:localhost:{port}"), "nodaemon", "server"];
        _run = new AdbProgram(options.Program, folder.Path).Command(arguments, _words.Add).ExecuteAsync(_kill.Token, _ask.Token);
        Exit = WaitAsync();
        folder.Note(_run.ProcessId);
    }

    public int ProcessId => _run.ProcessId;

    /// <summary>Ends when the process has ended; never fails.</summary>
    public Task Exit { get; }

    public static AdbResult<AdbServerProcess> Start(AdbFolder folder, int port, AdbServerOptions options, TimeProvider time)
    {
        try
        {
            return new AdbServerProcess(folder, port, options, time);
        }
        catch (Exception missing) when (AdbProgram.IsMissing(missing))
        {
            return AdbProgram.Missing(options.Program, missing);
        }
    }

    /// <summary>Why it ended, once it has.</summary>
    public AdbServerDeath Death() => _words.Contain(KilledByClient)
        ? new AdbServerDeath(AdbServerDeathCause.KilledByClient, $"Another adb client ended the station's adb server: {_words}")
        : new AdbServerDeath(AdbServerDeathCause.Died, $"The station's adb server ended: {_words}");

    public async ValueTask DisposeAsync()
    {
        await _ask.CancelAsync();
        try
        {
            await Exit.WaitAsync(_options.Stop, _time);
        }
        catch (TimeoutException)
        {
            await _kill.CancelAsync();
            await Exit;
        }

        _ask.Dispose();
        _kill.Dispose();
        _run.Dispose();
    }

    private async Task WaitAsync() =>
        await ((Task)_run.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
