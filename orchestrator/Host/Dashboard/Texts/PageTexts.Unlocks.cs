using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence UnlocksTitle = new("What to ask makers for", "Que demander aux fabricants");
    public static readonly Sentence UnlocksLead = new(
        "The makers of these phones must first let them be unlocked. Ask them, note it here, and each phone's job comes back by itself on its date.",
        "Le fabricant de ces téléphones doit d'abord autoriser leur déverrouillage. Faites la démarche, notez-la ici, et la demande de chaque téléphone reprend d'elle-même à la date prévue.");
    public static readonly Sentence UnlockTurns = new("To ask for this week", "À demander cette semaine");
    public static readonly Sentence NoUnlockTurns = new("Nothing needs to be asked for this week.", "Rien à demander cette semaine.");
    public static readonly Counted MoreUnlockTurns = new(
        new("And {0} more phone this week: ask for those above first.", "Et encore {0} téléphone cette semaine : commencez par ceux du dessus."),
        new("And {0} more phones this week: ask for those above first.", "Et encore {0} téléphones cette semaine : commencez par ceux du dessus."));
    public static readonly Counted LaterUnlockTurns = new(
        new("{0} more phone waits for a quota to free up.", "{0} téléphone de plus attend qu'un quota se libère."),
        new("{0} more phones wait for a quota to free up.", "{0} téléphones de plus attendent qu'un quota se libère."));
    public static readonly Sentence UnlockNoteAsked = new("Note that it was asked for", "Noter que c'est demandé");
    public static readonly Sentence UnlockWithAccount = new("With the account", "Avec le compte");
    public static readonly Sentence UnlockDue = new("Date given by the maker, if any", "Date donnée par le fabricant, s'il y en a une");
    public static readonly Sentence UnlockHappened = new(
        "It has been asked already, whatever the quota says", "La démarche est déjà faite, quoi que dise le quota");
    public static readonly Sentence UnlockIsAsked = new("It is asked for", "C'est demandé");

    public static readonly Sentence UnlockRequests = new("Asked, waiting for the maker", "Demandé, en attente du fabricant");
    public static readonly Sentence NoUnlockRequests = new("No maker owes an answer.", "Aucun fabricant ne doit de réponse.");
    public static readonly Counted MoreUnlockRequests = new(
        new("And {0} more, due later.", "Et encore {0}, pour plus tard."), new("And {0} more, due later.", "Et encore {0}, pour plus tard."));
    public static readonly Sentence UnlockAsked = new("{0} asked {1}, {2}.", "{0} a demandé à {1}, {2}.");
    public static readonly Sentence UnlockAskedWith = new(
        "{0} asked {1} with the account \"{2}\", {3}.", "{0} a demandé à {1} avec le compte « {2} », {3}.");
    public static readonly Sentence UnlockDueAt = new("Due", "Échéance");
    public static readonly Sentence UnlockOverdue = new("overdue", "en retard");
    public static readonly Sentence UnlockOverdueWhatToDo = new(
        "The date has passed. Look whether the maker has answered, then note what it said.",
        "La date est passée. Regardez si le fabricant a répondu, puis notez ce qu'il a dit.");
    public static readonly Sentence UnlockGiven = new("Given", "Accordé");
    public static readonly Sentence UnlockRefused = new("Refused", "Refusé");
    public static readonly Sentence UnlockNoteAnswer = new("Note the answer", "Noter la réponse");
    public static readonly Sentence UnlockAnswerNote = new(
        "Given: the job goes on. Refused: the job is cancelled.", "Accordé : la demande continue. Refusé : la demande est annulée.");

    public static readonly Sentence UnlockCode = new("The code that it gave, if any", "Le code reçu, s'il y en a un");
    public static readonly Sentence UnlockEnterCode = new("Enter its code", "Saisir son code");
    public static readonly Sentence UnlockTokenFile = new("Or the file that it gave", "Ou le fichier reçu");
    public static readonly Sentence UnlockCodes = new("Unlock codes at hand", "Codes de déverrouillage enregistrés");
    public static readonly Sentence UnlockCodeIsThere = new(
        "A code is there since {0}, given by {1}. Nobody can read it again: it goes to the phone's station with its start and is then forgotten.",
        "Un code est là depuis {0}, saisi par {1}. Personne ne peut le relire : il part au poste au démarrage, puis il est oublié.");
    public static readonly Sentence UnlockTakeBack = new("Take the code back", "Retirer le code");

    public static readonly Sentence UnlockAccounts = new("Accounts at makers", "Comptes chez les fabricants");
    public static readonly Sentence NoUnlockAccounts = new("No account is in the book yet.", "Le carnet ne contient encore aucun compte.");
    public static readonly Sentence UnlockAccount = new("Account", "Compte");
    public static readonly Sentence UnlockMaker = new("Maker", "Fabricant");
    public static readonly Sentence UnlockAskedThisYear = new("Asked in a year", "Faites sur un an");
    public static readonly Sentence UnlockAskedOf = new("{0} of {1}", "{0} sur {1}");
    public static readonly Counted UnlockAskedTimes = new(new("{0}, not limited", "{0}, sans limite"), new("{0}, not limited", "{0}, sans limite"));
    public static readonly Sentence UnlockNext = new("Next request", "Prochaine demande");
    public static readonly Sentence UnlockNow = new("now", "dès maintenant");
    public static readonly Sentence UnlockAddAccount = new("Add an account", "Ajouter un compte");
    public static readonly Sentence UnlockAccountName = new(
        "What the team calls it; not its address", "Son nom pour l'équipe ; pas son adresse");
    public static readonly Sentence UnlockAdd = new("Add", "Ajouter");
}
