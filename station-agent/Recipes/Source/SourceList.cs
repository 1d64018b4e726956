using System.Collections.Immutable;

namespace Espero.Station.Recipes.Source;

/// <summary>Nodes in the order they were written.</summary>
internal sealed class SourceList(int line, int column, ImmutableArray<SourceNode> items) : SourceNode(line, column)
{
    public ImmutableArray<SourceNode> Items { get; } = items;
}
