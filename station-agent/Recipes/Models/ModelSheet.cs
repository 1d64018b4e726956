using System.Collections.Immutable;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Models;

/// <summary>What every reader of a data set needs: the origin put to each value.</summary>
internal sealed class ModelSheet(Origin origin)
{
    public Origin Origin => origin;

    public ImmutableArray<Sourced<T>> One<T>(T value) => [new(value, origin)];

    public ImmutableArray<Sourced<T>> Many<T>(IEnumerable<T> values) =>
        [.. values.Distinct().Select(value => new Sourced<T>(value, origin))];

    /// <summary>Nothing for a text that is absent.</summary>
    public ImmutableArray<Sourced<string>> Maybe(string? text) => string.IsNullOrEmpty(text) ? [] : One(text);

    /// <summary>Names as they are compared: small letters, no slot.</summary>
    public ImmutableArray<Sourced<string>> Partitions(IEnumerable<string> names) =>
        Many(names.Where(IsName).Select(name => PartitionCatalogue.WithoutSlot(name.ToLowerInvariant())));

    /// <summary>The year that a date begins with.</summary>
    public ImmutableArray<Sourced<int>> Year(string? date) =>
        date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), out var year) && year is > 1990 and < 2100 ? One(year) : [];

    // A group such as "{{ partition }}" or a path is no partition.
    private static bool IsName(string text) =>
        text.Length is > 0 and <= 36 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
