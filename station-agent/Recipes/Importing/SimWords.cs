using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.Importing;

/// <summary>Finds out whether a source's words want a SIM card in the phone.</summary>
internal static partial class SimWords
{
    public static bool Ask(string? words) => words is not null && Insert().IsMatch(words);

    [GeneratedRegex(@"\binsert\b[^.]{0,30}\bSIM\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insert();
}
