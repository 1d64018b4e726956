using System.Text;
using CliWrap;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>An outside program that has ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output);

/// <summary>Runs outside programs, never for long.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The program did not end; the message is what it said until then.</exception>
    public static async Task<ToolRun> RunAsync(string program, IEnumerable<string> arguments, TimeSpan? limit = null)
    {
        var stop = TestContext.Current.CancellationToken;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(limit ?? Limit);
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        var command = Cli.Wrap(program)
            .WithArguments(arguments)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors));
        try
        {
            var result = await command.ExecuteAsync(limited.Token);
            return new ToolRun(result.ExitCode, $"{output}{errors}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"{command} did not end. It had said: {output}{errors}");
        }
    }
}
