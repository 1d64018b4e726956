using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Espero.Station.Recipes.Words;

/// <summary>The words that people write for the values of one kind, in the order they are listed to them.</summary>
public sealed class WordTable<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _values;
    private readonly FrozenDictionary<T, string> _words;

    internal WordTable(params (string Word, T Value)[] entries)
    {
        Words = [.. entries.Select(entry => entry.Word)];
        _values = entries.ToFrozenDictionary(entry => entry.Word, entry => entry.Value, StringComparer.Ordinal);
        _words = entries.ToFrozenDictionary(entry => entry.Value, entry => entry.Word);
    }

    public ImmutableArray<string> Words { get; }

    public bool TryFind(string word, out T value) => _values.TryGetValue(word, out value);

    /// <summary>The value of a word that is known to be in the table; any other word throws.</summary>
    public T ValueOf(string word) => _values[word];

    /// <summary>The word of a value; empty for the values that mean "not said".</summary>
    public string WordOf(T value) => _words.GetValueOrDefault(value, "");

    /// <summary>The word of a value; false for the values that mean "not said".</summary>
    public bool TryWordOf(T value, [NotNullWhen(true)] out string? word) => _words.TryGetValue(value, out word);
}
