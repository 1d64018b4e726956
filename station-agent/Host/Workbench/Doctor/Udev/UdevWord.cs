using System.Text.RegularExpressions;

namespace Espero.Station.Workbench.Doctor.Udev;

/// <summary>One condition or order of a rule: <c>ATTR{idVendor}=="04e8"</c> (udev(7)).</summary>
internal sealed partial record UdevWord(string Key, string Attribute, string Operator, string Value)
{
    public bool IsCondition => Operator is "==" or "!=";

    /// <summary>All words of a line; none for a comment.</summary>
    public static UdevWord[] In(string line) => line.TrimStart().StartsWith('#')
        ? []
        : [.. Word().Matches(line).Select(word => new UdevWord(
            word.Groups["key"].Value, word.Groups["attribute"].Value, word.Groups["operator"].Value, word.Groups["value"].Value))];

    /// <param name="actual">Null for what the device does not have.</param>
    public bool Holds(string? actual) => Value.Split('|').Any(pattern => IsLike(actual ?? "", pattern)) == (Operator == "==");

    // A shell's pattern, such as "685?". Most are plain, and a list of makers has hundreds.
    private static bool IsLike(string text, string pattern) => pattern.AsSpan().ContainsAny('*', '?', '[')
        ? Regex.IsMatch(text, $"\\A{Translate(pattern)}\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
        : text == pattern;

    private static string Translate(string pattern) => OneOf().Replace(
        Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal),
        one => one.Groups["not"].Length > 0 ? $"[^{one.Groups["signs"].Value}]" : $"[{one.Groups["signs"].Value}]");

    // "[0-9]" or "[!0]", after everything was escaped.
    [GeneratedRegex(@"\\\[(?<not>!?)(?<signs>[^\]\\\[]+)\]")]
    private static partial Regex OneOf();

    [GeneratedRegex("""(?<key>[A-Za-z_]+)(\{(?<attribute>[^}]*)\})?\s*(?<operator>==|!=|\+=|-=|:=|=)\s*"(?<value>[^"]*)"(,|\s|$)""")]
    private static partial Regex Word();
}
