using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>How a verdict is called and looks on the page.</summary>
internal static class VerdictLook
{
    public static VerdictView Of(Verdict verdict, PageLanguage language) => new(
        MarkOf(verdict.Answer),
        language.Say(verdict.Candidates.IsEmpty ? VerdictSentences.Word(verdict.Answer) : PageTexts.VerdictWhich),
        verdict.Title,
        Begin(language.Say(verdict.Sentence)),
        verdict.Code,
        [.. verdict.Systems.Select(system => SystemOf(system, language))],
        [.. verdict.Hands.Select(hand => language.Say(hand))],
        [.. verdict.Reasons.Select(reason => new VerdictLine(language.Say(reason.Sentence), SourceOf(reason.Source, language)))],
        verdict.Candidates);

    private static string MarkOf(FreedomAnswer answer) => answer switch
    {
        FreedomAnswer.Yes => "succeeded",
        FreedomAnswer.YesWithDelay => "written",
        FreedomAnswer.OnlyIfUnlocked => "needs-hands",
        FreedomAnswer.No => "failed",
        FreedomAnswer.Unknown => "unknown",
    };

    // It stands alone here, beneath its word.
    private static string Begin(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static VerdictLine SystemOf(OfferedSystem system, PageLanguage language)
    {
        var name = system.Versions.IsEmpty ? system.Name : $"{system.Name} {system.Versions[^1]}";
        var care = system switch
        {
            { IsReady: true } => language.Say(PageTexts.SystemReady),
            { IsMaintained: true } => language.Say(PageTexts.SystemMaintained),
            { IsMaintained: false } => language.Say(PageTexts.SystemEnded),
            _ => "",
        };
        return new VerdictLine(care.Length == 0 ? name : $"{name}, {care}", SourceOf(system.Source, language));
    }

    private static string SourceOf(string source, PageLanguage language) => source switch
    {
        VerdictSentences.ThePhone => language.Say(PageTexts.ThePhoneItself),
        "espero" => "Espero",
        _ => source,
    };
}
