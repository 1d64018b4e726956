using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.Models;

/// <summary>The maker's firmware that must be beneath a system before it is installed.</summary>
/// <param name="Text">As the data set writes it: "13/14", "MiUI 12.5 (Q)"; empty when it only says that some is needed.</param>
/// <param name="AndroidVersions">The Android versions in it, any of which will do; empty when none can be read.</param>
/// <param name="IsShipped">Whether the system brings newer firmware itself once it runs.</param>
public sealed partial record FirmwareFact(string Text, ImmutableArray<string> AndroidVersions, bool IsShipped = false)
{
    /// <summary>Whether the text names a build of the maker beside the version: "7.0 (NRT1.240624.004)".</summary>
    public bool NamesBuild => Build().IsMatch(Text);

    /// <summary>Reads "13/14" or "12 (S)"; a text that does not begin with a number names no Android version.</summary>
    public static FirmwareFact Read(string text, bool isShipped = false) => new(
        text,
        [.. text.Split('/').Select(part => Number().Match(part)).Where(match => match.Success).Select(match => match.Groups[1].Value)],
        isShipped);

    [GeneratedRegex(@"\A\s*(\d{1,2}(?:\.\d{1,2}){0,2})(?:\s|\z)")]
    private static partial Regex Number();

    // A letter in brackets is Android's own: "12 (S)".
    [GeneratedRegex(@"\((?=[^)]*\d)[^)]{4,}\)")]
    private static partial Regex Build();
}
