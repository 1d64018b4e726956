using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs;

/// <summary>What a person is asked to do with a phone, who, and until when.</summary>
internal static class HandsWords
{
    /// <param name="until">When the station gives up waiting.</param>
    public static Sentence Of(HandsView hands, string siteId, Sentence until)
    {
        if (hands.SaidBy is { } by)
        {
            return new(
                $"{by} said that it is done; the station goes on as soon as it sees that too. Leave the phone plugged in.",
                $"{by} a dit que c'est fait ; le poste continue dès qu'il le voit aussi. Laissez le téléphone branché.");
        }

        var wish = Wish(hands.SentenceCode);
        return new(
            $"{wish.English} The person at {siteId} does it before {until.English}, and leaves the phone plugged in.",
            $"{wish.French} La personne présente à {siteId} le fait avant {until.French} et laisse le téléphone branché.");
    }

    /// <summary>What is asked for, alone.</summary>
    public static Sentence Wish(string sentenceCode) => AskSentences.Find(sentenceCode) ?? new(
        $"The recipe needs hands: {sentenceCode}.", $"La recette a besoin de vos mains : {sentenceCode}.");
}
