using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>A turn of phrase and what it means. Keys stand in the text as one letter in braces.</summary>
internal sealed class Phrase
{
    /// <summary>One or more keys.</summary>
    public const string Keys = @"(?<keys>\{\w\}(?:(?: \+ | and |, )\{\w\})*)";

    private readonly Regex _pattern;
    private readonly Action<Match, KeyDraft> _apply;

    public Phrase(string pattern, Action<Match, KeyDraft> apply)
    {
        _pattern = new Regex($@"\G(?:{pattern})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        _apply = apply;
    }

    public Phrase(string pattern, Action<KeyDraft> apply)
        : this(pattern, (_, draft) => apply(draft))
    {
    }

    /// <summary>How many characters it takes; 0 when the text goes on differently.</summary>
    public int Read(string text, int at, KeyDraft draft)
    {
        var match = _pattern.Match(text, at);
        if (match.Success)
        {
            _apply(match, draft);
        }

        return match.Length;
    }

    public static ImmutableArray<PhoneKey> KeysOf(Match match, string group = "keys") =>
        [.. match.Groups[group].Value.Split('{').Skip(1).Select(part => PhoneKeys.OfLetter(part[0])!.Value)];

    public static string TextOf(Match match, string group = "text") => match.Groups[group].Value.Trim();
}
