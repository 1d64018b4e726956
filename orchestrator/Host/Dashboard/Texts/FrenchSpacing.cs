namespace Espero.Orchestrator.Dashboard.Texts;

/// <summary>French sets a space before some marks, at which a line must not break.</summary>
internal static class FrenchSpacing
{
    private const char NoBreakSpace = '\u00a0';
    private const string MarksAfterSpace = ":;?!%»";

    public static string Apply(string text) => string.Create(text.Length, text, static (shown, text) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            var beforeMark = at + 1 < text.Length && MarksAfterSpace.Contains(text[at + 1], StringComparison.Ordinal);
            var afterGuillemet = at > 0 && text[at - 1] == '«';
            shown[at] = text[at] == ' ' && (beforeMark || afterGuillemet) ? NoBreakSpace : text[at];
        }
    });
}
