namespace Espero.Cli.Output;

/// <summary>Columns under headings, two blanks apart; the last one is never padded.</summary>
internal sealed class Table(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    public Table Add(params string[] cells)
    {
        // A name may hold anything, a terminal obeys control characters.
        _rows.Add([.. cells.Select(cell => cell.Length == 0 ? "-" : string.Concat(cell.Where(letter => !char.IsControl(letter))))]);
        return this;
    }

    public void Write(TextWriter writer)
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
