using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.Facts;

/// <summary>
/// A regular expression over a whole value. It runs on text that a phone sent, so it is of the kind whose time only grows with
/// the length of the text.
/// </summary>
public static class FactPattern
{
    public const int MaxLength = 200;

    /// <summary>False when the pattern is too long, wrong, or of a kind that cannot run in linear time.</summary>
    public static bool TryCreate(string pattern, [NotNullWhen(true)] out Regex? regex)
    {
        regex = null;
        if (pattern.Length is 0 or > MaxLength)
        {
            return false;
        }

        try
        {
            // A pattern must be whole by itself: "a)(b" would otherwise become valid inside the group.
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
