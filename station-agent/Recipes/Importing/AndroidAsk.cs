using System.Text.RegularExpressions;
using Espero.Station.Recipes.Asks;

namespace Espero.Station.Recipes.Importing;

/// <summary>Finds the one Android version that a source's words name, so that our sentence can say it.</summary>
internal static partial class AndroidAsk
{
    /// <summary>The code with the version; without it where the words name none, or several.</summary>
    public static string Of(string code, string? words)
    {
        string[] versions = [.. Version().Matches(words ?? "").Select(match => match.Groups[1].Value).Distinct()];
        return versions is [var version] ? AskCodes.OfVersion(code, version) : code;
    }

    [GeneratedRegex(@"\bAndroid (?:version (?:above )?)?(\d{1,2}(?:\.\d{1,2}){0,2})", RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
