using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>How a verdict is called and looks on the page.</summary>
internal static class VerdictLook
{
    /// <param name="book">Names the models to choose from.</param>
    public static VerdictView Of(Verdict verdict, ModelBook book, PageLanguage language)
    {
        var isAmbiguous = !verdict.Candidates.IsEmpty;
        return new VerdictView(
            MarkOf(verdict.Answer),
            language.Say(isAmbiguous ? VerdictSentences.Which : VerdictSentences.Word(verdict.Answer)),
            verdict.Title,
            language.Say(verdict.Sentence.AsBeginning()), // it stands alone here, beneath its word
            verdict.Code,
            [.. verdict.Systems.Select(system => SystemOf(system, language))],
            [.. verdict.Hands.Select(hand => language.Say(hand))],
            [.. verdict.Reasons.Select(reason => new VerdictLine(language.Say(reason.Sentence), [.. reason.Sources.Select(source => SourceOf(source, language))]))],
            language.Say(isAmbiguous ? PageTexts.VerdictModels : PageTexts.VerdictNear),
            [.. (isAmbiguous ? verdict.Candidates : verdict.Near).Select(id => new VerdictChoice(id, TitleOf(id, book)))]);
    }

    private static string MarkOf(FreedomAnswer answer) => answer switch
    {
        FreedomAnswer.Yes => "free-yes",
        FreedomAnswer.YesWithDelay => "free-later",
        FreedomAnswer.OnlyIfUnlocked => "free-if-open",
        FreedomAnswer.No => "free-no",
        FreedomAnswer.Unknown => "free-unknown",
    };

    // "4" alone names no phone, so the maker stands before it.
    private static string TitleOf(string id, ModelBook book)
    {
        var (vendor, codename) = id.Split('/') is [var maker, var code] ? (maker, code) : ("", id);
        var name = book.Find(id)?.Title ?? "";
        return name.Length == 0 ? id
            : name.StartsWith(vendor, StringComparison.OrdinalIgnoreCase) ? $"{name} ({codename})"
            : $"{MakerName.Of(vendor)} {name} ({codename})";
    }

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
        return new VerdictLine(care.Length == 0 ? name : $"{name}, {care}", [SourceOf(system.Source, language)]);
    }

    // A data set, often with its file, the phone itself, or a recipe of ours.
    private static VerdictSource SourceOf(string source, PageLanguage language) => source.Split('/', 2) switch
    {
        [VerdictSentences.ThePhone] => new(language.Say(PageTexts.ThePhoneItself), Address: null),
        ["espero", ..] => new("Espero", Address: null),
        [var set, var file] when SourceProject.Find(set) is { } project => new($"{project.Name}, {file}", project.AddressOf(file)),
        [var set] => new(SourceProject.Find(set)?.Name ?? set, Address: null),
        _ => new(source, Address: null),
    };
}
