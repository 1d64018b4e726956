namespace Espero.Station.Protocols.Adb.Server;

/// <summary>The last lines that a program printed. Lines are added and read on different threads.</summary>
internal sealed class LastWords
{
    private const int MaxLines = 10;
    private const int MaxLineLength = 400;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line.Length > MaxLineLength ? line[..MaxLineLength] : line);
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    public bool Contain(string text)
    {
        lock (_lock)
        {
            return _lines.Any(line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return _lines.Count > 0 ? string.Join(" / ", _lines) : "it said nothing.";
        }
    }
}
