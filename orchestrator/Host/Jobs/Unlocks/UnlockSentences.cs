using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>What to do about a phone whose maker is still to be asked.</summary>
internal static class UnlockSentences
{
    public static readonly Sentence GoesOn = new(
        "Noted; the phone's job goes on.", "C'est noté ; la demande du téléphone continue.");

    public static readonly Sentence Ends = new(
        "Noted; the phone's job was cancelled, for nothing will unlock the phone.",
        "C'est noté ; la demande du téléphone est annulée, puisque rien ne le déverrouillera.");

    public static readonly Sentence Stops = new(
        "Noted; the phone's job is cancelled as soon as its station has stopped, if nothing irreversible has begun.",
        "C'est noté ; la demande du téléphone sera annulée dès que le poste se sera arrêté, si rien d'irréversible n'a commencé.");

    public static readonly Sentence NoJob = new(
        "Noted; the phone has no open job.", "C'est noté ; le téléphone n'a aucune demande en cours.");

    /// <param name="time">Its zone is that of the sites.</param>
    public static Sentence Of(UnlockTurnView turn, TimeProvider time)
    {
        var (maker, rule) = (turn.Turn.Rule.MakerName, turn.Turn.Rule);
        if (turn.Turn.At is not { } at)
        {
            return new Sentence(
                $"{maker} wants an account and none is known. A person opens one there and adds it to the book.",
                $"{maker} veut un compte et aucun n'est connu. Une personne en ouvre un et l'ajoute au carnet.");
        }

        var when = at <= time.GetUtcNow() ? new Sentence("now", "dès maintenant") : On(LocalMoment.Of(at, time));
        var (who, needs, wait) = (Who(turn), Needs(rule), Wait(rule));
        return new Sentence(
            $"Ask {maker} {when.English}{who.English} to unlock it.{needs.English}{wait.English}",
            $"Demandez le déverrouillage à {maker} {when.French}{who.French}.{needs.French}{wait.French}");
    }

    private static Sentence On(Sentence date) => new($"from {date.English}", $"à partir du {date.French}");

    private static Sentence Who(UnlockTurnView turn) => turn.AccountName is { } name
        ? new Sentence($" with the account \"{name}\"", $" avec le compte « {name} »")
        : new Sentence("", "");

    private static Sentence Wait(UnlockRule rule) => rule.LongestWait switch
    {
        null => new Sentence(" The maker says how long it takes.", " Le fabricant dit combien de temps cela prend."),
        { Ticks: 0 } => new Sentence(" The answer comes within minutes.", " La réponse arrive en quelques minutes."),
        { } wait => new Sentence(
            $" The answer may take up to {wait.TotalDays:0} days.", $" La réponse peut prendre jusqu'à {wait.TotalDays:0} jours."),
    };

    private static Sentence Needs(UnlockRule rule) => rule.Needs.IsEmpty
        ? new Sentence("", "")
        : new Sentence(
            $" It takes {Listed(rule, need => NeedOf(need).English, "and")}.", $" Il faut {Listed(rule, need => NeedOf(need).French, "et")}.");

    private static string Listed(UnlockRule rule, Func<UnlockNeed, string> name, string and) =>
        string.Join($" {and} ", rule.Needs.Select(name));

    private static Sentence NeedOf(UnlockNeed need) => need switch
    {
        UnlockNeed.Account => new("the account", "le compte"),
        UnlockNeed.Sim => new("a working SIM card in the phone", "une carte SIM active dans le téléphone"),
        UnlockNeed.Imei => new("the phone's IMEI", "l'IMEI du téléphone"),
        UnlockNeed.Serial => new("the phone's serial number", "le numéro de série du téléphone"),
        UnlockNeed.UnlockData => new("the unlock data that its bootloader prints", "les données de déverrouillage qu'affiche son chargeur de démarrage"),
    };
}
