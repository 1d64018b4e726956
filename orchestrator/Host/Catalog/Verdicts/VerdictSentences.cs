using Espero.Orchestrator.Domain.Unlocking;
using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a verdict says to people.</summary>
internal static class VerdictSentences
{
    /// <summary>The source of what a phone says of itself.</summary>
    public const string ThePhone = "phone";

    /// <summary>The source of what our own builds and plans say.</summary>
    public const string OurCatalogue = "espero";

    public static readonly Sentence NoSystem = new(
        "No project that we know offers a free system for this model.", "Aucun projet connu ne propose de système libre pour ce modèle.");

    public static readonly Sentence AlreadyUnlocked = new(
        "This phone is unlocked already.", "Ce téléphone est déjà déverrouillé.");

    public static readonly Sentence StillLocked = new("This phone is locked.", "Ce téléphone est verrouillé.");

    public static readonly Sentence NoWaySaid = new(
        "No source says how this model is unlocked.", "Aucune source ne dit comment ce modèle se déverrouille.");

    public static readonly Sentence FirstWayCounts = new(
        "The sources differ on how it is unlocked; the first one counts, because it knows more.",
        "Les sources ne s'accordent pas sur le déverrouillage ; la première compte, car elle en sait plus.");

    public static readonly Sentence WayUnknown = new(
        "how it is unlocked is not known. Plug it in; the station will say whether it is unlocked already.",
        "on ne sait pas comment il se déverrouille. Branchez-le ; le poste dira s'il est déjà déverrouillé.");

    public static readonly Sentence LockedForGood = new(
        "it is locked and nobody can unlock it now; it will not be touched. Its parts and its materials can still serve.",
        "il est verrouillé et plus personne ne peut le déverrouiller ; on n'y touchera pas. Ses pièces et ses matériaux peuvent encore servir.");

    public static readonly Sentence LockedWayUnknown = new(
        "it is locked and nobody knows how to unlock it; it will not be touched. Keep it: a way may still be found.",
        "il est verrouillé et on ne sait pas comment le déverrouiller ; on n'y touchera pas. Gardez-le : un moyen peut encore être trouvé.");

    public static readonly Sentence UnknownPhone = new(
        "nothing will be done. Give the code to the central team: they see what the phone says of itself, and add the model.",
        "rien ne sera fait. Donnez le code à l'équipe centrale : elle voit ce que le téléphone dit de lui-même et ajoute le modèle.");

    public static readonly Sentence SilentPhone = new(
        "nothing will be done: the phone has told nothing of its model. Restart it, plug it in again and unlock its screen; it then gets a code for the central team.",
        "rien ne sera fait : le téléphone n'a rien dit de son modèle. Redémarrez-le, rebranchez-le et déverrouillez son écran ; il reçoit alors un code pour l'équipe centrale.");

    public static readonly Sentence UnknownName = new(
        "nothing will be done. Check the name, or plug the phone into a station: it then gets a code for the central team.",
        "rien ne sera fait. Vérifiez le nom, ou branchez le téléphone à un poste : il reçoit alors un code pour l'équipe centrale.");

    public static readonly Sentence Which = new("Which one?", "Lequel ?");

    public static readonly Sentence Ambiguous = new(
        "Several models are called so. Choose yours: its exact name is on the back of the phone or in its settings.",
        "Plusieurs modèles portent ce nom. Choisissez le vôtre : son nom exact est au dos du téléphone ou dans les Paramètres.");

    public static readonly Sentence NothingNoted = new(
        "Nothing is noted of this phone; the answer holds for its model.", "Rien n'a été noté sur ce téléphone ; la réponse vaut pour le modèle.");

    public static readonly Sentence NoHands = new(
        "Nobody need touch the phone once it is plugged in.", "Une fois le téléphone branché, il n'y a aucun geste à faire.");

    public static Sentence SeenOn(Sentence date) => new($"Seen on {date.English}.", $"Vu le {date.French}.");

    public static Sentence Word(FreedomAnswer answer) => answer switch
    {
        FreedomAnswer.Yes => new("Yes", "Oui"),
        FreedomAnswer.YesWithDelay => new("Yes, with a delay", "Oui, avec un délai"),
        FreedomAnswer.OnlyIfUnlocked => new("Only if already unlocked", "Seulement si déjà déverrouillé"),
        FreedomAnswer.No => new("No", "Non"),
        FreedomAnswer.Unknown => new("Unknown model", "Modèle inconnu"),
    };

    public static Sentence Whole(Sentence word, Sentence rest) => new($"{word.English}: {rest.English}", $"{word.French} : {rest.French}");

    public static Sentence WhichOne(Sentence rest) => new($"{Which.English} {rest.English}", $"{Which.French} {rest.French}");

    /// <summary>What follows from an answer; where the phone or the maker decides there are sentences of their own.</summary>
    public static Sentence Of(FreedomAnswer answer) => answer switch
    {
        FreedomAnswer.Yes => new(
            "it can get a free system. Everything on it will be erased, but only after a person's release.",
            "il peut recevoir un système libre. Tout son contenu sera effacé, mais seulement après le feu vert d'une personne."),
        FreedomAnswer.YesWithDelay => new(
            "its maker must be asked first. It is asked once; the job then goes on by itself.",
            "il faut d'abord demander le déverrouillage au fabricant. Cette démarche se fait une seule fois ; la demande reprend ensuite toute seule."),
        FreedomAnswer.OnlyIfUnlocked => new(
            "nobody can unlock it now. Plug it in; the station will say whether it is unlocked already.",
            "plus personne ne peut le déverrouiller. Branchez-le ; le poste dira s'il est déjà déverrouillé."),
        FreedomAnswer.No => new(
            "it will not be touched. Its parts and its materials can still serve.",
            "on n'y touchera pas. Ses pièces et ses matériaux peuvent encore servir."),
        FreedomAnswer.Unknown => UnknownName,
    };

    /// <param name="account">The one that may ask first; null when none is in the book, or when the public asks.</param>
    public static Sentence AskFirst(UnlockRule rule, UnlockAccountView? account)
    {
        var terms = Terms(rule, account);
        return new Sentence(
            $"its maker ({terms.English}) must be asked first to unlock it. It is asked once; the job then goes on by itself.",
            $"il faut d'abord demander le déverrouillage au fabricant ({terms.French}). Cette démarche se fait une seule fois ; la demande reprend ensuite toute seule.");
    }

    public static Sentence Obstacle(string code) => FailureCatalogue.Find(code)!.Sentences;

    public static Sentence Way(UnlockFact unlock) => unlock switch
    {
        { IsStillOffered: false } => new("Its maker no longer lets anybody unlock it.", "Son fabricant ne laisse plus personne le déverrouiller."),
        { Way: UnlockWay.Open } => new("It comes without a lock.", "Il est vendu sans verrou."),
        { Way: UnlockWay.Command } => new("A command is enough; a person confirms on its screen.", "Une commande suffit ; on confirme à l'écran."),
        { Way: UnlockWay.DownloadMode } => new(
            "It is unlocked in its download mode, confirmed with its keys.",
            "On le déverrouille en mode téléchargement, en confirmant avec les touches."),
        { Way: UnlockWay.VendorCode } => new(
            "Its maker gives a code for this one phone.", "Son fabricant donne un code pour ce seul téléphone."),
        { Way: UnlockWay.VendorFile } => new(
            "Its maker signs a file for this one phone.", "Son fabricant signe un fichier pour ce seul téléphone."),
        { Way: UnlockWay.VendorAccount } => new(
            "Its maker unlocks it from an account there, often after several days.",
            "Le fabricant le déverrouille depuis un compte chez lui, souvent après plusieurs jours."),
        { Way: UnlockWay.OtherTool } => new(
            "It takes a tool of its own that stations do not have.", "Il faut un outil particulier que les postes n'ont pas."),
        { Way: UnlockWay.None } => new("Its maker has no way to unlock it.", "Son fabricant ne prévoit aucun déverrouillage."),
    };

    public static Sentence Hand(Ask.Types.Need need) => need switch
    {
        Ask.Types.Need.Touch => new(
            "The screen must react to touch: “OEM unlocking” is switched on there.",
            "L'écran tactile doit fonctionner : on y active « Déverrouillage OEM »."),
        Ask.Types.Need.Sim => new("A working SIM card must be in the phone.", "Une carte SIM active doit être dans le téléphone."),
        Ask.Types.Need.Account => new("An account at its maker is needed.", "Il faut un compte chez son fabricant."),
        Ask.Types.Need.Keys or Ask.Types.Need.Unspecified =>
            new("The power and volume keys must work.", "Les touches Marche et Volume doivent fonctionner."),
    };

    /// <param name="fact">In which the phone is ahead.</param>
    public static Sentence TooOld(string fact, string has, string carried) => new(
        $"Our build is too old for this phone, which refuses to go back ({fact}: {has}, the build has {carried}). A newer build is needed.",
        $"Notre système est trop ancien pour ce téléphone, qui refuse de revenir en arrière ({fact} : {has}, le système a {carried}). Il en faut un plus récent.");

    public static Sentence NoWayBack(string level) => new(
        $"This phone refuses firmware older than its own (level {level}).",
        $"Ce téléphone refuse tout micrologiciel plus ancien que le sien (niveau {level}).");

    /// <param name="firmware">As the source writes it; empty when it only says that some is needed.</param>
    public static Sentence FirmwareNeeded(string firmware) => new(
        $"{EnglishFirmware(firmware)} must be on it first.", $"Il doit d'abord avoir {FrenchFirmware(firmware)}.");

    public static Sentence FirmwareIsOther(string firmware, string has) => new(
        $"{EnglishFirmware(firmware)} must be on it first; this phone has Android {has}. A person installs it before.",
        $"Il doit d'abord avoir {FrenchFirmware(firmware)} ; ce téléphone a Android {has}. Quelqu'un l'installe avant.");

    // "13" is a version of Android; "OOS 11" is the maker's own word.
    private static string EnglishFirmware(string firmware) =>
        IsVersion(firmware) ? $"The maker's own Android {firmware}" : $"The maker's own Android{Named(firmware)}";

    private static string FrenchFirmware(string firmware) =>
        IsVersion(firmware) ? $"l'Android {firmware} du fabricant" : $"l'Android du fabricant{Named(firmware)}";

    private static bool IsVersion(string firmware) => firmware.Length > 0 && char.IsAsciiDigit(firmware[0]);

    private static string Named(string firmware) => firmware.Length == 0 ? "" : $" ({firmware})";

    private static Sentence Terms(UnlockRule rule, UnlockAccountView? account)
    {
        var english = new List<string> { rule.MakerName };
        var french = new List<string> { rule.MakerName };
        if (rule.LongestWait is { } wait)
        {
            english.Add(wait == TimeSpan.Zero ? "within minutes" : $"up to {wait.TotalDays:0} days");
            french.Add(wait == TimeSpan.Zero ? "quelques minutes" : $"jusqu'à {wait.TotalDays:0} jours");
        }

        if (rule.NeedsAccount)
        {
            english.Add(account is null ? "with an account there" : $"with the account \"{account.Name}\"");
            french.Add(account is null ? "avec un compte chez lui" : $"avec le compte « {account.Name} »");
        }

        if (rule.YearlyLimit is { } limit)
        {
            english.Add(limit == 1 ? "one phone a year" : $"{limit} phones a year");
            french.Add(limit == 1 ? "un téléphone par an" : $"{limit} téléphones par an");
        }

        return new Sentence(string.Join(", ", english), string.Join(", ", french));
    }
}
