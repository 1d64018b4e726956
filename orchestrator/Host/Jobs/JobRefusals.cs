using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs;

/// <summary>Why a wish about a job or a phone is refused, for the person who had it.</summary>
internal static class JobRefusals
{
    public static Refusal UnknownPhone(Guid phoneId) => Refusal.NotFound(
        $"No phone has the id {phoneId}. Look it up in the list of phones.",
        $"Aucun téléphone ne porte l'identifiant {phoneId}. Cherchez-le dans la liste des téléphones.");

    public static Refusal UnknownBuild(string buildId) => Refusal.NotFound(
        $"No build has the id {buildId}. Look it up in the list of builds, or add the build first.",
        $"Aucun système ne porte l'identifiant {buildId}. Cherchez-le dans la liste des systèmes, ou ajoutez-le d'abord.");

    public static Refusal UnknownJob(Guid jobId) => Refusal.NotFound(
        $"No job has the id {jobId}. Look it up in the list of jobs.",
        $"Aucune demande ne porte l'identifiant {jobId}. Cherchez-la dans la liste des demandes.");

    public static Refusal NoName() => Refusal.Usage(
        "No name was given. Every wish is recorded with the person behind it: say who asks, in 2 to 100 characters.",
        "Aucun nom n'est donné. Chaque décision est notée avec son auteur : dites qui demande, en 2 à 100 caractères.");

    public static Refusal NoReason() => Refusal.Usage(
        "No reason was given. Whoever reads the history needs one: say why, in 1 to 500 characters.",
        "Aucun motif n'est donné. L'historique en a besoin : dites pourquoi, en 1 à 500 caractères.");

    public static Refusal ModelUnknown(Guid phoneId) => Refusal.Forbidden(
        $"The model of phone {phoneId} is not known yet, so no build can be chosen for it. Plug it in, in its bootloader; its station then reads the model.",
        $"Le modèle du téléphone {phoneId} n'est pas encore connu : aucun système ne peut lui être destiné. Branchez-le sur son chargeur de démarrage ; le poste lira alors son modèle.");

    public static Refusal MarksDisagree(Guid phoneId) => Refusal.Forbidden(
        $"The marks of phone {phoneId} lead to two phones, so nobody can say which one would be erased. A person must settle which phone it is first.",
        $"Les marques du téléphone {phoneId} mènent à deux téléphones : impossible de dire lequel serait effacé. Quelqu'un doit d'abord établir lequel c'est.");

    public static Refusal NoPlan(string model, string buildLabel) => Refusal.Forbidden(
        $"The build {buildLabel} has no recipe for the model {model}. Choose a build for this model, or add this one with a recipe that names it.",
        $"Le système {buildLabel} n'a pas de recette pour le modèle {model}. Choisissez un système pour ce modèle, ou ajoutez celui-ci avec une recette qui le nomme.");

    public static Refusal NoSite(Guid phoneId) => Refusal.Forbidden(
        $"Phone {phoneId} was never plugged in at a site, so no station could do the job. Plug it in first.",
        $"Le téléphone {phoneId} n'a jamais été branché dans un lieu : aucun poste ne pourrait s'en charger. Branchez-le d'abord.");

    public static Refusal OpenJob(Guid jobId) => Refusal.Forbidden(
        $"The phone already has a job that has not ended: {jobId}. Wait for its end, or cancel it first.",
        $"Ce téléphone a déjà une demande en cours : {jobId}. Attendez qu'elle se termine, ou annulez-la d'abord.");

    public static Refusal NewerJob(Guid jobId) => Refusal.Forbidden(
        $"The phone has had a newer job since: {jobId}. Only the newest job of a phone can be re-queued; look at that one instead.",
        $"Ce téléphone a eu une demande plus récente : {jobId}. Seule la plus récente peut être relancée ; regardez plutôt celle-là.");

    public static Refusal KeyUsedOtherwise(Guid key) => Refusal.Forbidden(
        $"The idempotency key {key} was already used for another request. Make a new key for each new wish.",
        $"La clé d'idempotence {key} a déjà servi pour une autre requête. Créez une nouvelle clé pour chaque nouvelle demande.");

    public static Refusal AlreadyReleased(string releasedBy, Sentence releasedAt) => Refusal.Forbidden(
        $"The phone is already released, by {releasedBy} on {releasedAt.English}. Nothing more is needed; to take it back, hand the phone back.",
        $"Le feu vert est déjà donné pour ce téléphone, par {releasedBy} le {releasedAt.French}. Rien d'autre n'est nécessaire ; pour le retirer, rendez le téléphone.");

    public static Refusal NotReleased() => Refusal.Forbidden(
        "The phone has no release that could end, so there is nothing to hand back. Nobody needs to do anything.",
        "Aucun feu vert n'est donné pour ce téléphone, il n'y a donc rien à retirer. Personne n'a rien à faire.");

    public static Refusal BeingWritten(Guid jobId, JobState state) => state is JobState.Interrupted
        ? Refusal.Forbidden(
            $"The phone may be half written by job {jobId}, so it cannot be handed back yet. Have it looked at, or cancel the job to give it up.",
            $"Le téléphone est peut-être à moitié écrit par la demande {jobId} : il ne peut pas encore être rendu. Faites-le examiner, ou annulez la demande pour y renoncer.")
        : Refusal.Forbidden(
            $"Job {jobId} is writing the phone now, and taking it away would leave it half written. Wait for the end, or cancel the job.",
            $"La demande {jobId} est en train d'écrire ce téléphone ; le retirer le laisserait à moitié écrit. Attendez la fin, ou annulez la demande.");

    public static Refusal AlreadyEnded(Guid jobId, JobState state) => Refusal.Forbidden(
        $"Job {jobId} has already ended ({JobWords.Of(state).English}), so it can no longer be cancelled. Nobody needs to do anything.",
        $"La demande {jobId} est déjà terminée ({JobWords.Of(state).French}) et ne peut plus être annulée. Personne n'a rien à faire.");

    public static Refusal NoHandsNeeded(Guid jobId, JobState state) => Refusal.Forbidden(
        $"Job {jobId} is {JobWords.Of(state).English} and asks nobody to do anything with the phone now. Look at the job again.",
        $"La demande {jobId} est dans l'état « {JobWords.Of(state).French} » et n'attend aucun geste en ce moment. Regardez-la de nouveau.");

    public static Refusal NotInterrupted(Guid jobId, JobState state) => Refusal.Forbidden(
        $"Job {jobId} is {JobWords.Of(state).English}; a look at the phone is asked for only when a job was interrupted. Nobody needs to do anything.",
        $"La demande {jobId} est dans l'état « {JobWords.Of(state).French} » ; on n'examine un téléphone que si sa demande est à regarder. Personne n'a rien à faire.");

    public static Refusal NotRequeueable(JobState state) => Refusal.Forbidden(
        $"The job is {JobWords.Of(state).English}; only failed jobs and written ones can be re-queued.",
        $"La demande est dans l'état « {JobWords.Of(state).French} » ; seules les demandes ratées ou écrites peuvent être relancées.");

    public static Refusal NothingChosen() => Refusal.Usage(
        "Neither jobs nor states were given, so nothing says what to re-queue. Give job ids, or the states failed or written, not both.",
        "Ni demandes ni états ne sont donnés : rien ne dit quoi relancer. Donnez des identifiants de demandes, ou les états raté ou écrit, mais pas les deux.");

    public static Refusal TooMany(int limit) => Refusal.Usage(
        $"More than {limit} jobs are meant, which is more than one request may re-queue. Narrow it by site or failure class, and repeat.",
        $"Plus de {limit} demandes sont visées, davantage qu'une requête ne peut relancer. Précisez un lieu ou une cause d'échec, puis recommencez.");
}
