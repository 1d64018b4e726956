using System.Text;

namespace Espero.Station.Recipes.Words;

/// <summary>Lines that are typed at this process's terminal and not shown there.</summary>
internal sealed class UnseenKeys : TextReader
{
    private const char EndOfTyping = '\u0004'; // Ctrl-D

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ReadLine());

    public override string? ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            switch (Console.ReadKey(intercept: true))
            {
                case { Key: ConsoleKey.Enter }:
                    Console.Error.WriteLine();
                    return line.ToString();
                case { KeyChar: EndOfTyping }:
                    return null;
                case { Key: ConsoleKey.Backspace }:
                    line.Length = Math.Max(0, line.Length - 1);
                    break;
                case { KeyChar: >= ' ' and var letter }:
                    line.Append(letter);
                    break;
            }
        }
    }
}
