using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>
/// Reads how other projects describe key combinations in English. The whole text must be understood: a phrase that is not known
/// makes the answer no, because a half-read instruction is a wrong one.
/// </summary>
public static partial class KeyTextReader
{
    private static readonly ImmutableArray<Phrase> Phrases = [.. StartPhrases.All, .. PressPhrases.All, .. MenuPhrases.All];

    /// <summary>False with the part that was not understood, for a report.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out KeyCombination? combination, out string rest)
    {
        // Some texts mark their keys, some only name them.
        return TryReadMarked(text, out combination, out rest)
            || (KeyText.WithMarks(text) is { } marked && TryReadMarked(marked, out combination, out rest));
    }

    private static bool TryReadMarked(string text, [NotNullWhen(true)] out KeyCombination? combination, out string rest)
    {
        combination = null;
        rest = text;
        if (KeyText.Plain(text) is not { } plain)
        {
            return false;
        }

        var draft = new KeyDraft();
        var at = Skip(plain, 0);
        while (at < plain.Length)
        {
            var length = Read(plain, at, draft);
            if (length == 0)
            {
                rest = plain[at..];
                return false;
            }

            at = Skip(plain, at + length);
        }

        combination = draft.Build();
        rest = combination is null ? text : "";
        return combination is not null;
    }

    private static int Read(string text, int at, KeyDraft draft)
    {
        foreach (var phrase in Phrases)
        {
            if (phrase.Read(text, at, draft) is > 0 and var length)
            {
                return length;
            }
        }

        return 0;
    }

    // What stands between two phrases means nothing by itself.
    private static int Skip(string text, int at) => at + Between().Match(text, at).Length;

    [GeneratedRegex(@"\G[\s.,;]*(?:(?:and|then|but|next|now)\b[\s,]*)*", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
