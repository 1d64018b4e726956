using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Tests.Words;

public sealed class TerminalLinesTests
{
    [Fact]
    public async Task Who_is_asked_can_stop_instead_of_answering()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var typed = new ManualResetEventSlim();
        using var silent = new SilentTerminal(typed);
        using var lines = new TerminalLines(silent);
        var asking = lines.ReadLineAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => asking.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        typed.Set();
    }

    /// <summary>As the console's reader: it holds whoever reads until a line is there, and no line comes.</summary>
    private sealed class SilentTerminal(ManualResetEventSlim typed) : TextReader
    {
        public override string? ReadLine()
        {
            typed.Wait(TimeSpan.FromSeconds(30));
            return null;
        }

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => new(ReadLine());
    }
}
