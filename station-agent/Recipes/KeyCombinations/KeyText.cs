using System.Text;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>Makes a text of the data plain: its keys become letters in braces, its marks of HTML and Markdown go.</summary>
internal static partial class KeyText
{
    // What keys are called, spaces and the word "button" left out; one of them as a person once mistyped it.
    private static readonly (string Name, PhoneKey Key)[] Names =
    [
        ("volumeup", PhoneKey.VolumeUp), ("volumedown", PhoneKey.VolumeDown), ("voldumedown", PhoneKey.VolumeDown),
        ("power", PhoneKey.Power),
        ("home", PhoneKey.Home), ("bixby", PhoneKey.Bixby), ("menu", PhoneKey.Menu), ("side", PhoneKey.Side), ("bottom", PhoneKey.Bottom),
        ("pairing", PhoneKey.Pairing), ("frcrec", PhoneKey.ForceRecovery), ("sw3", PhoneKey.Board),
        ("a", PhoneKey.ControllerA), ("b", PhoneKey.ControllerB), ("y", PhoneKey.ControllerY),
    ];

    /// <summary>Marks the keys of a text that only names them, in one kind of quotes; null for a text that has marks.</summary>
    public static string? WithMarks(string text) => MarkedKey().IsMatch(text)
        ? null
        : NamedKey().Replace(text.Replace('“', '"').Replace('”', '"'), match => $"<kbd>{match.Groups[1].Value}</kbd>");

    /// <summary>Null when it marks a key that nobody has heard of.</summary>
    public static string? Plain(string text)
    {
        var plain = new StringBuilder();
        var at = 0;
        foreach (Match key in MarkedKey().Matches(text))
        {
            if (KeyOf(key.Groups[1].Value) is not { } found)
            {
                return null;
            }

            plain.Append(text, at, key.Index - at).Append('{').Append(PhoneKeys.LetterOf(found)).Append('}');
            at = key.Index + key.Length;
        }

        var rest = plain.Append(text, at, text.Length - at).ToString();
        rest = Link().Replace(rest, "$1");
        rest = Tag().Replace(rest, " ").Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
        return Blanks().Replace(Aside().Replace(rest, " "), " ").Trim();
    }

    /// <summary>As a screen shows it in our sentences: capitals, letters and digits only, so that a code can carry it.</summary>
    public static string Shown(string text) => Blanks().Replace(NotShown().Replace(text.ToUpperInvariant(), " "), " ").Trim();

    private static PhoneKey? KeyOf(string name)
    {
        var bare = name.ToLowerInvariant().Replace("button", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return Array.FindIndex(Names, entry => entry.Name == bare) is >= 0 and var index ? Names[index].Key : null;
    }

    [GeneratedRegex("<kbd>([^<]*)</kbd>")]
    private static partial Regex MarkedKey();

    [GeneratedRegex(@"\b(?:the )?(volume (?:up|down)|power|home)\b(?: (?:button|key)s?\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[^A-Z0-9]")]
    private static partial Regex NotShown();
}
