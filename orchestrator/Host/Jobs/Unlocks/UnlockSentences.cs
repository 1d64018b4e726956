using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>What to do about a phone whose maker is still to be asked.</summary>
internal static class UnlockSentences
{
    /// <param name="time">Its zone is that of the sites.</param>
    public static Sentence Of(UnlockTurnView turn, TimeProvider time)
    {
        var (who, needs) = (Who(turn), Needs(turn.Turn.Rule));
        if (turn.Turn.At is not { } at)
        {
            return new Sentence(
                $"{turn.Turn.Rule.Vendor} wants an account and none is known. A person opens one there and adds it to the book.",
                $"{turn.Turn.Rule.Vendor} veut un compte et aucun n'est connu. Une personne en ouvre un et l'ajoute au carnet.");
        }

        var when = at <= time.GetUtcNow() ? new Sentence("now", "dès maintenant") : On(LocalMoment.Of(at, time));
        return new Sentence(
            $"Ask {turn.Turn.Rule.Vendor} {when.English}{who.English}. It takes {needs.English}, and the answer may take {Days(turn.Turn.Rule).English}.",
            $"Demandez à {turn.Turn.Rule.Vendor} {when.French}{who.French}. Il faut {needs.French} ; la réponse peut prendre {Days(turn.Turn.Rule).French}.");
    }

    private static Sentence On(Sentence date) => new($"from {date.English}", $"à partir du {date.French}");

    private static Sentence Who(UnlockTurnView turn) => turn.AccountName is { } name
        ? new Sentence($" with the account \"{name}\"", $" avec le compte « {name} »")
        : new Sentence("", "");

    private static Sentence Days(UnlockRule rule) => rule.LongestWait == TimeSpan.Zero
        ? new Sentence("minutes", "quelques minutes")
        : new Sentence($"up to {rule.LongestWait.TotalDays:0} days", $"jusqu'à {rule.LongestWait.TotalDays:0} jours");

    private static Sentence Needs(UnlockRule rule) => new(
        string.Join(", ", rule.Needs.Select(need => NeedOf(need).English)),
        string.Join(", ", rule.Needs.Select(need => NeedOf(need).French)));

    private static Sentence NeedOf(UnlockNeed need) => need switch
    {
        UnlockNeed.Account => new("the account", "le compte"),
        UnlockNeed.Sim => new("a working SIM card in the phone", "une carte SIM active dans le téléphone"),
        UnlockNeed.Imei => new("the phone's IMEI", "l'IMEI du téléphone"),
        UnlockNeed.Serial => new("the phone's serial number", "le numéro de série du téléphone"),
        UnlockNeed.UnlockData => new("the unlock data that its bootloader prints", "les données de déverrouillage affichées par son bootloader"),
    };
}
