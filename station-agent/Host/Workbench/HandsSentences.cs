using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench;

/// <summary>What a person is asked to do with the phone.</summary>
internal static class HandsSentences
{
    /// <summary>The wait that stands before it.</summary>
    public static Sentence NotBefore(TimeSpan wait)
    {
        var minutes = Math.Ceiling(wait.TotalMinutes).ToString("0", CultureInfo.InvariantCulture);
        return new(
            $"Not before {minutes} min have passed: the recipe waits that long first.",
            $"Pas avant {minutes} min : la recette prévoit d'abord cette attente.");
    }

    public static Sentence Of(Ask ask) => ask.SentenceCode switch
    {
        var code when AskSentences.Find(code) is { } sentence => sentence,
        _ when ask.Mode is not PhoneMode.Unspecified => new Sentence(
            $"The recipe needs your hands ({ask.SentenceCode}): bring the phone into the mode {PlanWords.Modes.WordOf(ask.Mode)}.",
            $"La recette a besoin de vos mains ({ask.SentenceCode}) : mettez le téléphone en mode {PeopleWords.Of(ask.Mode).French}."),
        _ => new Sentence(
            $"The recipe needs your hands: {ask.SentenceCode}.", $"La recette a besoin de vos mains : {ask.SentenceCode}."),
    };
}
