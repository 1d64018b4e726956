using System.Collections.Frozen;

namespace Espero.Orchestrator.Database;

/// <summary>Enum values as the tables spell them: lower case, words joined by hyphens.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => Spelling<T>.Words[value];

    public static string? Of<T>(T? value) where T : struct, Enum => value is { } some ? Spelling<T>.Words[some] : null;

    /// <exception cref="FormatException">The table holds a word this program does not know.</exception>
    public static T Read<T>(string word) where T : struct, Enum =>
        Spelling<T>.Values.TryGetValue(word, out var value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    private static class Spelling<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().ToFrozenDictionary(value => value, Spell);

        public static readonly FrozenDictionary<string, T> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static string Spell(T value) => string.Concat(
            value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
    }
}
