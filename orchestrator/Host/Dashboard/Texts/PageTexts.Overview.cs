using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Counted PhonesPlugged = new(
        new("{0} phone plugged in", "{0} téléphone branché"),
        new("{0} phones plugged in", "{0} téléphones branchés"));
    public static readonly Sentence NothingPlugged = new("No phone is plugged in.", "Aucun téléphone n'est branché.");
    public static readonly Counted StationsSilent = new(
        new("{0} station no longer reports.", "{0} poste ne donne plus de nouvelles."),
        new("{0} stations no longer report.", "{0} postes ne donnent plus de nouvelles."));
    public static readonly Sentence And = new("{0} and {1}", "{0} et {1}");
    public static readonly Sentence PluggedOfWhich = new("{0}: {1}.", "{0} : {1}.");

    public static readonly Sentence Stations = new("Stations and ports", "Postes et prises");
    public static readonly Sentence NoStations = new(
        "No station has reported yet. Start one at a site; it appears here by itself.",
        "Aucun poste ne s'est encore présenté. Démarrez-en un dans un lieu ; il apparaîtra ici tout seul.");
    public static readonly Sentence StationSilent = new("no news for {0}", "plus de nouvelles depuis {0}");
    public static readonly Sentence StationSilentWhatToDo = new(
        "What is shown was true then. Work that was running goes on without us. Someone at {0} looks whether the PC is on and has its network.",
        "Ce qui est affiché date de ce moment-là. Le travail commencé continue sans nous. Quelqu'un à {0} vérifie que le PC est allumé et relié au réseau.");
    public static readonly Sentence StationReports = new("reports", "donne des nouvelles");
    public static readonly Sentence StationDoubled = new(
        "Another machine tried to use this station's name at {0}. Whoever looks after the stations finds out which one.",
        "Une autre machine a essayé de prendre le nom de ce poste à {0}. La personne qui entretient les postes cherche laquelle.");
    public static readonly Sentence StationEmpty = new("Nothing is plugged in here.", "Rien n'est branché ici.");
    public static readonly Sentence FreePort = new("free", "libre");
    public static readonly Sentence Percent = new("{0} %", "{0} %");
    public static readonly Sentence ProgressOf = new("Progress of {0}", "Avancement de {0}");

    public static readonly Sentence Running = new("Running now", "En cours");
    public static readonly Sentence NothingRunning = new("Nothing is being written at the moment.", "Rien n'est en cours d'écriture en ce moment.");
    public static readonly Sentence StepOf = new("step {0} of {1}: {2}", "étape {0} sur {1} : {2}");
    public static readonly Sentence DoneOfTotal = new("{0} of {1}", "{0} sur {1}");
    public static readonly Sentence RunningSince = new("for {0}", "depuis {0}");
    public static readonly Sentence NoProgressYet = new("no news of its progress yet", "pas encore de nouvelles de son avancement");

    public static readonly Sentence PeopleNeeded = new("Somebody is needed", "On a besoin de quelqu'un");
    public static readonly Sentence NobodyNeeded = new("Nobody needs to do anything.", "Personne n'a rien à faire.");
    public static readonly Counted MorePeopleNeeded = new(
        new("And {0} more job.", "Et encore {0} demande."),
        new("And {0} more jobs.", "Et encore {0} demandes."));

    public static readonly Sentence Failures = new("Last failures", "Derniers ratés");
    public static readonly Sentence NoFailures = new("Nothing has failed in the last 30 days.", "Rien n'a raté ces 30 derniers jours.");
    public static readonly Counted FailedPhones = new(new("{0} phone", "{0} téléphone"), new("{0} phones", "{0} téléphones"));
    public static readonly Sentence FailedTable = new("Phones that failed this way: {0}", "Téléphones ratés ainsi : {0}");
    public static readonly Sentence UnknownFailure = new(
        "It failed in a way this version of Espero does not know ({0}).",
        "Cela a raté d'une façon que cette version d'Espero ne connaît pas ({0}).");
    public static readonly Sentence UnknownFailureWhatToDo = new(
        "An operator opens the job and reads what the station said.",
        "Un opérateur ouvre la demande et lit ce que le poste a dit.");

    public static readonly Sentence Results = new("Last results", "Derniers résultats");
    public static readonly Sentence ResultsTable = new("The newest first", "Les plus récents d'abord");
    public static readonly Sentence NoResults = new("No phone has been finished yet.", "Aucun téléphone n'est encore fini.");
    public static readonly Sentence Proof = new("What shows it", "Ce qui le montre");
}
