using System.Collections.Immutable;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a verdict says to people.</summary>
internal static class VerdictSentences
{
    public const string ThePhone = "phone";

    public static readonly Sentence NoSystem = new(
        "No project that we know offers a free system for this model.", "Aucun projet connu ne propose de système libre pour ce modèle.");

    public static readonly Sentence AlreadyUnlocked = new(
        "This phone is unlocked already.", "Ce téléphone est déjà déverrouillé.");

    public static readonly Sentence NoWaySaid = new(
        "No source says how this model is unlocked.", "Aucune source ne dit comment ce modèle se déverrouille.");

    public static readonly Sentence WayUnknown = new(
        "how it is unlocked is not known. Plug it in; the station says whether it is unlocked already.",
        "on ne sait pas comment il se déverrouille. Branchez-le ; le poste dit s'il l'est déjà.");

    public static readonly Sentence UnknownPhone = new(
        "nothing will be done. Give the code to the central team: they see what the phone says of itself, and add the model.",
        "rien ne sera fait. Donnez le code à l'équipe centrale : elle voit ce que le téléphone dit de lui-même et ajoute le modèle.");

    public static readonly Sentence SilentPhone = new(
        "nothing will be done: the phone has told nothing of its model. Restart it, plug it in again and unlock its screen; it then gets a code for the central team.",
        "rien ne sera fait : le téléphone n'a rien dit de son modèle. Redémarrez-le, rebranchez-le et déverrouillez son écran ; il reçoit alors un code pour l'équipe centrale.");

    public static readonly Sentence UnknownName = new(
        "nothing will be done. Check the name, or plug the phone into a station: it then gets a code for the central team.",
        "rien ne sera fait. Vérifiez le nom, ou branchez le téléphone à un poste : il reçoit alors un code pour l'équipe centrale.");

    public static readonly Sentence Ambiguous = new(
        "several models are called so. Choose yours: its exact name is on the back of the phone or in its settings.",
        "plusieurs modèles portent ce nom. Choisissez le vôtre : son nom exact est au dos du téléphone ou dans ses réglages.");

    public static Sentence Word(FreedomAnswer answer) => answer switch
    {
        FreedomAnswer.Yes => new("Yes", "Oui"),
        FreedomAnswer.YesWithDelay => new("Yes, with a delay", "Oui, avec un délai"),
        FreedomAnswer.OnlyIfUnlocked => new("Only if already unlocked", "Seulement si déjà déverrouillé"),
        FreedomAnswer.No => new("No", "Non"),
        FreedomAnswer.Unknown => new("Unknown model", "Modèle inconnu"),
    };

    public static Sentence Whole(Sentence word, Sentence rest) => new($"{word.English}: {rest.English}", $"{word.French} : {rest.French}");

    /// <summary>What follows from an answer; an unknown model has sentences of its own.</summary>
    public static Sentence Of(FreedomAnswer answer, UnlockRule? rule) => answer switch
    {
        FreedomAnswer.Yes => new(
            "it can get a free system. Everything on it is erased, and a person gives the release first.",
            "il peut recevoir un système libre. Tout son contenu sera effacé, et une personne donne d'abord le feu vert."),
        FreedomAnswer.YesWithDelay => new(
            $"its maker must be asked first{Delay(rule).English}. A person asks once; the job then comes back by itself.",
            $"il faut d'abord demander au fabricant{Delay(rule).French}. Une personne demande une fois ; la suite revient d'elle-même."),
        FreedomAnswer.OnlyIfUnlocked => new(
            "nobody can unlock it now. Plug it in; the station says whether it is unlocked.",
            "plus personne ne peut le déverrouiller. Branchez-le ; le poste dit s'il l'est."),
        FreedomAnswer.No => new(
            "nothing will be done to it. Its parts and its materials can still serve.",
            "rien ne lui sera fait. Ses pièces et ses matériaux peuvent encore servir."),
        FreedomAnswer.Unknown => UnknownName,
    };

    public static Sentence Obstacle(string code) => FailureCatalogue.Find(code)!.Sentences;

    public static Sentence Way(UnlockFact unlock) => unlock switch
    {
        { IsStillOffered: false } => new("Its maker no longer lets anybody unlock it.", "Son fabricant ne laisse plus personne le déverrouiller."),
        { Way: UnlockWay.Open } => new("It comes without a lock.", "Il est vendu sans verrou."),
        { Way: UnlockWay.Command } => new(
            "A command unlocks it, confirmed on its screen.", "Une commande le déverrouille, confirmée sur son écran."),
        { Way: UnlockWay.DownloadMode } => new(
            "Its download mode unlocks it, confirmed with its keys.", "Son mode téléchargement le déverrouille, confirmé par ses touches."),
        { Way: UnlockWay.VendorCode } => new(
            "Its maker gives a code for this one phone.", "Son fabricant donne un code pour ce seul téléphone."),
        { Way: UnlockWay.VendorFile } => new(
            "Its maker signs a file for this one phone.", "Son fabricant signe un fichier pour ce seul téléphone."),
        { Way: UnlockWay.VendorAccount } => new(
            "Its maker unlocks it for an account, often after days.", "Son fabricant le déverrouille pour un compte, souvent après des jours."),
        { Way: UnlockWay.OtherTool } => new(
            "It takes a tool of its own that stations do not have.", "Il faut un outil particulier que les postes n'ont pas."),
        { Way: UnlockWay.None } => new("Its maker has no way to unlock it.", "Son fabricant ne prévoit aucun déverrouillage."),
    };

    /// <summary>What a person does or has, and so what must work on the phone.</summary>
    public static ImmutableArray<Sentence> Hands(UnlockWay? way, UnlockRule? rule)
    {
        var hands = ImmutableArray.CreateBuilder<Sentence>();
        if (way is not null and not UnlockWay.Open)
        {
            hands.Add(new("The screen must react to touch: OEM unlocking is switched on there.", "L'écran tactile doit marcher : on y active le déverrouillage OEM."));
        }

        hands.Add(new("The power and volume keys must work.", "Les touches marche et volume doivent marcher."));
        if (way is UnlockWay.VendorAccount && rule?.Needs.Contains(UnlockNeed.Sim) is true)
        {
            hands.Add(new("A working SIM card must be in the phone.", "Une carte SIM active doit être dans le téléphone."));
        }

        if (way is UnlockWay.VendorAccount || (way is UnlockWay.VendorCode && rule?.NeedsAccount is true))
        {
            hands.Add(new("An account at its maker is needed.", "Il faut un compte chez son fabricant."));
        }

        return hands.ToImmutable();
    }

    private static Sentence Delay(UnlockRule? rule) => rule is null ? new("", "")
        : rule.LongestWait == TimeSpan.Zero ? new($" ({rule.Vendor}, minutes)", $" ({rule.Vendor}, quelques minutes)")
        : new($" ({rule.Vendor}, up to {rule.LongestWait.TotalDays:0} days{(rule.NeedsAccount ? ", with an account" : "")})",
            $" ({rule.Vendor}, jusqu'à {rule.LongestWait.TotalDays:0} jours{(rule.NeedsAccount ? ", avec un compte" : "")})");
}
