using System.Collections.Immutable;

namespace Espero.Station.Protocols.Adb;

/// <summary>Reads what <c>getprop</c> prints: <c>[name]: [value]</c>, where a value may go on over several lines.</summary>
public static class PropertyList
{
    /// <summary>More than any phone has; what comes after it is left out.</summary>
    public const int MaxProperties = 8192;

    private const string Middle = "]: [";

    /// <summary>Sorted by the bytes of the name. A line that fits nowhere is skipped; the last of two equal names wins.</summary>
    public static ImmutableSortedDictionary<string, string> Parse(string text)
    {
        var properties = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length && properties.Count < MaxProperties;)
        {
            var first = lines[at++];
            if (!Begins(first))
            {
                continue;
            }

            // A value ends with the bracket that the next property, or the end of the list, follows.
            var end = at;
            while (end < lines.Length && !Begins(lines[end]))
            {
                end++;
            }

            var whole = string.Join('\n', [first, .. lines[at..end]]).TrimEnd('\n');
            at = end;
            var middle = whole.IndexOf(Middle, StringComparison.Ordinal);
            if (whole.EndsWith(']') && whole.Length > middle + Middle.Length)
            {
                properties[whole[1..middle]] = whole[(middle + Middle.Length)..^1];
            }
        }

        return properties.ToImmutable();
    }

    private static bool Begins(string line) =>
        line.StartsWith('[') && line.IndexOf(Middle, StringComparison.Ordinal) > 1;
}
