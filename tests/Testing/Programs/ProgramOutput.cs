using System.Collections.Immutable;

namespace Espero.Testing.Programs;

/// <summary>The lines of both streams, in the order they came. Added to by the process's reader threads, read by the test.</summary>
internal sealed class ProgramOutput
{
    private const int Streams = 2;

    private ImmutableList<string> _lines = [];
    private int _ended;

    public IReadOnlyList<string> Lines => _lines;

    public string Text => string.Join('\n', _lines);

    public bool HasEnded => Volatile.Read(ref _ended) == Streams;

    /// <summary>Null is how a stream says that it has ended.</summary>
    public void Add(string? line)
    {
        if (line is null)
        {
            Interlocked.Increment(ref _ended);
        }
        else
        {
            ImmutableInterlocked.Update(ref _lines, lines => lines.Add(line));
        }
    }
}
