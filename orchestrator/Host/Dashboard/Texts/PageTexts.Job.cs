using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

internal static partial class PageTexts
{
    public static readonly Sentence JobTitle = new("{0} · Espero", "{0} · Espero");
    public static readonly Sentence AskedFor = new("{0} asked for {1} on this phone, {2}.", "{0} a demandé {1} pour ce téléphone, {2}.");
    public static readonly Sentence Refusals = new("What the preparation found", "Ce que la préparation a trouvé");
    public static readonly Sentence Attempts = new("Attempts", "Essais");
    public static readonly Sentence NoAttempts = new("No attempt yet.", "Pas encore d'essai.");
    public static readonly Sentence Attempt = new("Attempt {0}", "Essai {0}");
    public static readonly Sentence Steps = new("Steps of attempt {0}", "Étapes de l'essai {0}");
    public static readonly Sentence NoSteps = new("No step has been reported yet.", "Aucune étape n'a encore été rapportée.");
    public static readonly Sentence Step = new("Step", "Étape");
    public static readonly Sentence Took = new("Duration", "Durée");
    public static readonly Sentence Written = new("Written", "Écrit");
    public static readonly Sentence StepDone = new("done", "faite");
    public static readonly Sentence StepPassedOver = new("passed over", "passée");
    public static readonly Sentence StepFailed = new("failed", "ratée");
    public static readonly Sentence AttemptAt = new("At {0}", "À {0}");
    public static readonly Sentence AttemptLasted = new("lasted {0}", "a duré {0}");
    public static readonly Sentence AttemptNotBegun = new("not begun", "pas commencé");
    public static readonly Sentence Late = new("This result came in late.", "Ce résultat est arrivé en retard.");
    public static readonly Sentence WhatWasSaid = new("What the phone or the station said:", "Ce que le téléphone ou le poste a dit :");
    public static readonly Sentence InterruptedBecause = new("Interrupted: {0}", "Interrompu : {0}");
    public static readonly Sentence LogTail = new("The end of the log", "La fin du journal");
    public static readonly Sentence HandsTitle = new("This phone needs your hands", "Ce téléphone attend un geste");
    public static readonly Sentence HandsDone = new("It is done", "C'est fait");
    public static readonly Sentence HandsNote = new(
        "Your name is kept with the proof. What the phone can show by itself needs no word.",
        "Votre nom est gardé avec la preuve. Ce que le téléphone montre de lui-même se passe de votre parole.");
    public static readonly Sentence History = new("What happened", "Ce qui s'est passé");
    public static readonly Sentence HistoryTable = new("The oldest first", "Les plus anciens d'abord");
    public static readonly Sentence What = new("What", "Quoi");
    public static readonly Sentence Who = new("Who", "Qui");
    public static readonly Sentence Now = new("Then", "Ensuite");

    public static readonly Sentence ProofNone = new("nothing yet", "rien encore");
    public static readonly Sentence ProofSeenByPerson = new("seen by a person", "vu par une personne");
    public static readonly Sentence ProofSeenOnUsb = new("seen on USB", "vu sur USB");
    public static readonly Sentence ProofBootloaderSaysSo = new("the bootloader says so", "le chargeur de démarrage le dit");
    public static readonly Sentence ProofReadBack = new("read back from the running system", "relu sur le système en marche");

    public static readonly Sentence Submitted = new("asked for", "demandé");
    public static readonly Sentence BecameReady = new("all it needs is there", "tout est là");
    public static readonly Sentence LostPhone = new("the phone was unplugged", "le téléphone a été débranché");
    public static readonly Sentence LostRelease = new("the release ended", "le feu vert a pris fin");
    public static readonly Sentence Postponed = new("the maker was asked to let it be unlocked", "le déverrouillage a été demandé au fabricant");
    public static readonly Sentence Offered = new("proposed to the station", "proposé au poste");
    public static readonly Sentence Declined = new("the station cannot begin now", "le poste ne peut pas commencer maintenant");
    public static readonly Sentence Granted = new("the station may begin", "le poste peut commencer");
    public static readonly Sentence StationWentSilent = new("the station went silent", "le poste n'a plus donné de nouvelles");
    public static readonly Sentence Interrupted = new("stopped in the middle", "arrêté en plein milieu");
    public static readonly Sentence FoundBegun = new(
        "its station had begun; the database had forgotten it", "le poste avait commencé ; la base de données l'avait oublié");
    public static readonly Sentence FoundRunning = new("the station is back and still at it", "le poste est revenu et continue");
    public static readonly Sentence FoundUntouched = new("looked at: nothing had been changed", "regardé : rien n'avait été changé");
    public static readonly Sentence FoundHalfWritten = new("looked at: half written", "regardé : à moitié écrit");
    public static readonly Sentence GivenUp = new("given up", "abandonné");
    public static readonly Sentence Succeeded = new("succeeded, seen running", "réussi, vu en marche");
    public static readonly Sentence WrittenEvent = new("written, not verified", "écrit, non vérifié");
    public static readonly Sentence Failed = new("failed", "raté");
    public static readonly Sentence CancelConfirmed = new("stopped as asked, before anything was lost", "arrêté comme demandé, avant toute perte");
    public static readonly Sentence Cancelled = new("cancelled", "annulé");
    public static readonly Sentence RequeuedEvent = new("re-queued", "relancé");
}
