using CliWrap;
using CliWrap.Buffered;

namespace Espero.VirtualPhone.Tests.Doubles;

/// <summary>An outside program that has ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output);

/// <summary>Runs outside programs, never for long.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<ToolRun> RunAsync(string program, IEnumerable<string> arguments, TimeSpan? limit = null)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limited.CancelAfter(limit ?? Limit);
        var result = await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limited.Token);
        return new ToolRun(result.ExitCode, result.StandardOutput + result.StandardError);
    }
}
