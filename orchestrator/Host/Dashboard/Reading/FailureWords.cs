using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.Failures;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>The catalogue's sentences of a failure class; a newer station may report one this version does not have.</summary>
internal static class FailureWords
{
    public static (FailureText Text, string WhoActs) Of(string? code, PageLanguage language)
    {
        if (code is not null && FailureCatalogue.Find(code) is { } failure)
        {
            var text = language == PageLanguage.French ? failure.French : failure.English;
            return (new FailureText(Spaced(text.WhatHappened, language), Spaced(text.Why, language), Spaced(text.WhatToDo, language)),
                Spaced(failure.ActorIn(language.Code), language));
        }

        return (new FailureText(language.Say(PageTexts.UnknownFailure, code ?? "?"), "", ""), language.Say(PageTexts.UnknownFailureWhatToDo));
    }

    public static string Sentences(string? code, PageLanguage language)
    {
        var (text, whoActs) = Of(code, language);
        return string.Join(' ', new[] { text.WhatHappened, text.Why, text.WhatToDo, whoActs }.Where(part => part.Length > 0));
    }

    private static string Spaced(string text, PageLanguage language) => language.Say(new(text, text));
}
