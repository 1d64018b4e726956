using System.Globalization;
using System.Threading.Channels;
using CliWrap;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>The built program as a process of its own; killed at the end if it still runs.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Channel<string> _output = Channel.CreateUnbounded<string>();
    private readonly List<string> _lines = [];
    private readonly CommandTask<CommandResult> _run;

    private RunningProgram(string[] arguments)
    {
        _kill.CancelAfter(Limit);
        _run = Cli.Wrap("dotnet")
            .WithArguments([typeof(VirtualPhoneServer).Assembly.Location, .. arguments])
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(Hear))
            .ExecuteAsync(_kill.Token);
    }

    public string ReadyLine { get; private set; } = "";

    /// <summary>All that the program has printed.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public static async Task<RunningProgram> StartAsync(params string[] arguments)
    {
        var program = new RunningProgram([.. arguments, "--boot-time", "0"]);
        program.ReadyLine = await program._output.Reader.ReadAsync(program._kill.Token);
        return program;
    }

    public Task<ToolRun> FastbootAsync(params string[] arguments) =>
        Tool.RunAsync("fastboot", ["-s", ReadyLine["listening on ".Length..], .. arguments]);

    public Task SignalAsync(string signal) =>
        Tool.RunAsync("kill", ["-s", signal, _run.ProcessId.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Tells the program to end as a service manager would, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return (await _run).ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _kill.CancelAsync();
        await ((Task)_run.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _kill.Dispose();
    }

    private void Hear(string line)
    {
        _lines.Add(line);
        _output.Writer.TryWrite(line);
    }
}
