using System.Collections.Immutable;

namespace Espero.Station.Recipes.Source;

/// <summary>Keys with their values, in the order they were written.</summary>
internal sealed class SourceMap(int line, int column, ImmutableArray<SourceEntry> entries) : SourceNode(line, column)
{
    public ImmutableArray<SourceEntry> Entries { get; } = entries;

    public SourceNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}
