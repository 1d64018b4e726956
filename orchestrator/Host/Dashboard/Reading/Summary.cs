using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>The one sentence that says what is going on.</summary>
internal static class Summary
{
    public static string Of(IReadOnlyCollection<Look> looks, PageLanguage language)
    {
        if (looks.Count == 0)
        {
            return language.Say(PageTexts.NothingPlugged);
        }

        var parts = looks
            .CountBy(look => look)
            .OrderBy(pair => pair.Key is Look.Running ? -1 : (int)pair.Key) // the work first, then who is needed
            .Select(pair => language.Count(LookWords.Count(pair.Key), pair.Value))
            .ToArray();
        return language.Say(PageTexts.PluggedOfWhich, language.Count(PageTexts.PhonesPlugged, looks.Count), Join(parts, language));
    }

    private static string Join(string[] parts, PageLanguage language) => parts is [.. var before, var last] && before.Length > 0
        ? language.Say(PageTexts.And, string.Join(", ", before), last)
        : parts[0];
}
