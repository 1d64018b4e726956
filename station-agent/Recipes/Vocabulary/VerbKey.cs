using System.Collections.Immutable;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>One key of a verb: its name, what it holds, within which limits.</summary>
public sealed record VerbKey(string Name, KeyKind Kind)
{
    public bool IsRequired { get; init; }

    /// <summary>The valid words of a choice; empty for every other kind.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>In characters; only for text.</summary>
    public int MaxLength { get; init; } = 200;

    public TimeSpan Shortest { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(30);
}
