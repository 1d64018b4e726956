using System.Collections.Immutable;

namespace Espero.Station.Recipes.Source;

/// <summary>A piece of a file with the place it was read from (line and column from 1).</summary>
internal abstract class SourceNode(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}

/// <summary>Text. YAML's own readings (yes as true, 010 as eight) are not applied: a key's type says what the text means.</summary>
internal sealed class SourceScalar(int line, int column, string text, bool isPlain) : SourceNode(line, column)
{
    public string Text { get; } = text;

    /// <summary>Nothing was written: "key:" or "key: ~".</summary>
    public bool IsNothing => isPlain && Text is "" or "~" or "null";
}

internal sealed class SourceList(int line, int column, ImmutableArray<SourceNode> items) : SourceNode(line, column)
{
    public ImmutableArray<SourceNode> Items { get; } = items;
}

internal sealed class SourceMap(int line, int column, ImmutableArray<SourceEntry> entries) : SourceNode(line, column)
{
    public ImmutableArray<SourceEntry> Entries { get; } = entries;

    public SourceNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}

internal sealed record SourceEntry(SourceScalar Key, SourceNode Value);
