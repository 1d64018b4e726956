namespace Espero.Station.Recipes.Source;

/// <summary>A piece of a file with the place it was read from (line and column from 1).</summary>
internal abstract class SourceNode(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>Null where the whole recipe is one file, and its error list knows the name.</summary>
    public string? FileName { get; init; }
}
