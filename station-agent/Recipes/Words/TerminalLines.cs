namespace Espero.Station.Recipes.Words;

/// <summary>A terminal's lines for somebody who may stop waiting: its own reader holds the caller and looks at no token.</summary>
internal sealed class TerminalLines(TextReader terminal) : TextReader
{
    public override string? ReadLine() => terminal.ReadLine();

    /// <summary>A read that nobody waits for any more takes the next line with it: whoever stops asks nothing after.</summary>
    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        new(Task.Run(terminal.ReadLine, CancellationToken.None).WaitAsync(cancellationToken));
}
