using System.Diagnostics;
using System.Text.RegularExpressions;
using Espero.Testing.Waiting;

namespace Espero.Testing.Programs;

/// <summary>
/// A program in its own process, started by a test and gone after it. Only this process is ever signalled, by its id.
/// </summary>
public sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(10);

    private readonly string _program;
    private readonly Process _process;
    private readonly ProgramOutput _output = new();

    private ChildProgram(string program, ProcessStartInfo start)
    {
        _program = program;
        _process = new Process { StartInfo = start };
    }

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>All that was printed until now, both streams, line by line.</summary>
    public string Output => _output.Text;

    public static ChildProgram Start(string program, params IEnumerable<string> arguments) =>
        Start(program, arguments, new Dictionary<string, string?>());

    /// <summary>Starts the program with variables added to its environment; a null value takes one away.</summary>
    public static ChildProgram Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        // A shell's background jobs ignore Ctrl-C and hand that on; every program here heeds it, as if a person had typed its name.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new ChildProgram(program, start);
        child._process.OutputDataReceived += (_, line) => child._output.Add(line.Data);
        child._process.ErrorDataReceived += (_, line) => child._output.Add(line.Data);
        child._process.Start();
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs the program to its end.</summary>
    /// <exception cref="TimeoutException">It was still running at the limit; it is killed.</exception>
    public static async Task<ProgramResult> RunAsync(
        string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellationToken)
    {
        await using var child = Start(program, arguments);
        var exitCode = await child.WaitForExitAsync(limit, cancellationToken);
        return new ProgramResult(exitCode, child.Output);
    }

    /// <summary>Waits for a printed line that matches, the earlier ones included.</summary>
    /// <exception cref="TimeoutException">No such line within the limit; the message holds the output.</exception>
    public async Task<Match> WaitForLineAsync(Regex pattern, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await Eventually.GetsAsync(
                $"a line like {pattern}",
                _ => Task.FromResult(FindLine(pattern)),
                limit,
                TimeProvider.System,
                cancellationToken);
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{timeout.Message} {_program} printed:\n{Output}", timeout);
        }
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    /// <exception cref="TimeoutException">Still running at the limit; the message holds the output.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(limit);
        try
        {
            await _process.WaitForExitAsync(limited.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{_program} still ran after {limit} and printed:\n{Output}");
        }
    }

    /// <summary>Kill -9, as a power cut or the kernel would do it.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => ProcessSignal.Interrupt(_process.Id);

    /// <summary>Asks the program to stop, as systemd would do it.</summary>
    public void Terminate() => ProcessSignal.Terminate(_process.Id);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            using var limit = new CancellationTokenSource(TimeToDie);
            await _process.WaitForExitAsync(limit.Token);
        }

        _process.Dispose();
    }

    private Match? FindLine(Regex pattern)
    {
        var found = _output.Lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success);
        return found is null && _process.HasExited && _output.HasEnded
            ? throw new InvalidOperationException($"{_program} ended with {_process.ExitCode} and printed:\n{Output}")
            : found;
    }
}
