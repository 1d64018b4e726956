using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Jobs;

/// <summary>One sentence on a job: why it is not running, what to do, who acts.</summary>
internal static class JobWhy
{
    /// <param name="time">Its zone is that of the sites.</param>
    public static Sentence Of(JobView job, TimeProvider time) => job switch
    {
        { Alert: JobAlerts.TooOld } => new(
            "The station no longer remembers whether this job once began there, so it begins nothing. An operator cancels the job and asks anew.",
            "Le poste ne sait plus si cette demande y a déjà commencé : il ne commence donc rien. Un opérateur l'annule et la refait."),
        { Alert: not null } => new(
            $"An earlier attempt reported success after a newer one had begun. The person at {job.SiteId} waits for the newer one's end, then looks whether the phone runs.",
            $"Un essai précédent annonce une réussite alors qu'un plus récent avait commencé. La personne présente à {job.SiteId} attend la fin du plus récent, puis regarde si le téléphone marche."),
        { Asked: "cancel" } => new(
            $"{job.AskedBy} asked to cancel it; the station stops if nothing irreversible has begun. Nobody needs to do anything.",
            $"{job.AskedBy} a demandé l'annulation ; le poste s'arrête si rien d'irréversible n'a commencé. Personne n'a rien à faire."),
        { Asked: "postpone" } => OfPostponed(job, job.NotBefore is { } date && date > time.GetUtcNow() ? LocalMoment.Of(date, time) : null),
        { Asked: "inspect" } => new(
            $"{job.AskedBy} asked for a look at the phone; the station answers as soon as it is linked. Leave the phone plugged in.",
            $"{job.AskedBy} a demandé d'examiner le téléphone ; le poste répond dès qu'il est relié. Laissez le téléphone branché."),
        _ => Of(job, job.State, time),
    };

    private static Sentence Of(JobView job, JobState state, TimeProvider time) => state switch
    {
        JobState.Waiting => OfWaiting(job, time),
        JobState.Queued => new(
            "It starts when its countdown has run and its station has a free place. Unplugging the phone stops it; nobody needs to do anything.",
            "Elle commence à la fin du compte à rebours, dès que le poste a une place libre. Débrancher le téléphone l'arrête ; personne n'a rien à faire."),
        JobState.Offered => new(
            $"The station {job.StationId} was asked and has not answered yet. Nobody needs to do anything unless it stays so: then look whether the station is linked.",
            $"Le poste {job.StationId} a été sollicité et n'a pas encore répondu. Personne n'a rien à faire ; si cela dure, vérifiez que le poste est relié."),
        JobState.Granted when job.Hands is { } hands => HandsWords.Of(hands, job.SiteId, LocalMoment.Short(hands.Until, time)),
        JobState.Granted => new(
            $"It is running at {job.StationId}. Leave the phone plugged in.",
            $"Elle est en cours au poste {job.StationId}. Laissez le téléphone branché."),
        JobState.Interrupted => new(
            $"It was interrupted and the phone may be half written. The person at {job.SiteId} leaves the phone plugged in and asks for a look at it, or cancels the job to give it up.",
            $"Elle a été interrompue et le téléphone est peut-être à moitié écrit. La personne présente à {job.SiteId} le laisse branché et le fait examiner, ou annule la demande pour y renoncer."),
        JobState.Succeeded => new("It is done: the new system was seen running.", "C'est fait : le nouveau système a été vu en marche."),
        JobState.Written => new(
            "Everything is written, but nothing has shown yet that it runs. Someone starts the phone and looks.",
            "Tout est écrit, mais rien n'a encore montré que cela marche. Quelqu'un démarre le téléphone et regarde."),
        JobState.Failed when job.FailureClass is { } code && FailureCatalogue.Find(code) is { RaisesAlarm: true } alarm => alarm.Sentences,
        JobState.Failed => new(
            $"It failed ({job.FailureClass ?? "?"}). An operator reads the last attempt, mends the cause and re-queues it.",
            $"Elle a échoué ({job.FailureClass ?? "?"}). Un opérateur lit le dernier essai, corrige la cause et la relance."),
        JobState.Cancelled => new("It was cancelled. Nobody needs to do anything.", "Elle a été annulée. Personne n'a rien à faire."),
    };

    private static Sentence OfWaiting(JobView job, TimeProvider time) => job switch
    {
        // Until the date, and until the maker is asked, what a station found before does not count.
        { WaitsFor: WaitsFor.Date, NotBefore: { } date } => NotBefore(LocalMoment.Of(date, time)),
        { WaitsFor: WaitsFor.Maker } => new(
            "The phone is locked, and its maker must first let it be unlocked. An operator asks for it, or records what the maker answered: the page of unlocks says which.",
            "Le téléphone est verrouillé, et son fabricant doit d'abord accepter le déverrouillage. Un opérateur le lui demande, ou note sa réponse : la page des déverrouillages dit quoi faire."),
        { Refusals.Count: > 0 } => new(
            "Its preparation found that the phone must not get this build as it is. An operator reads what was found, and mends it or cancels the job.",
            "La préparation a montré que ce téléphone ne doit pas recevoir ce système en l'état. Un opérateur lit ce qui a été trouvé, puis corrige ou annule la demande."),
        { PhoneSiteId: { } site } when site != job.SiteId => new(
            $"The phone is plugged in at {site}, and its job belongs to {job.SiteId}. Bring the phone back, or cancel the job and ask anew.",
            $"Le téléphone est branché à {site}, alors que sa demande appartient à {job.SiteId}. Rapportez-le, ou annulez la demande et refaites-la."),
        { PhoneObstacle: { } obstacle } when FailureCatalogue.Find(obstacle) is { } failure => failure.Sentences,
        { PhoneObstacle: not null } => new(
            $"The phone is plugged in but does not answer as it should. The person at {job.SiteId} unplugs it, restarts it and plugs it in again.",
            $"Le téléphone est branché mais ne répond pas comme il faut. La personne présente à {job.SiteId} le débranche, le redémarre et le rebranche."),
        { WaitsFor: WaitsFor.Phone, PhoneSiteId: null } => new(
            $"The phone is not plugged in. The person at {job.SiteId} plugs it into a station.",
            $"Le téléphone n'est pas branché. La personne présente à {job.SiteId} le branche à un poste."),
        { WaitsFor: WaitsFor.Release, PhoneReleased: false } => new(
            "Nobody has said that this phone may be erased. A person who answers for it gives the release.",
            "Personne n'a encore dit que ce téléphone peut être effacé. Une personne qui en répond donne le feu vert."),
        { WaitsFor: WaitsFor.Hands } => new(
            $"Something must be done on the phone by hand. The person at {job.SiteId} follows the station's screen.",
            $"Un geste est nécessaire sur le téléphone. La personne présente à {job.SiteId} suit l'écran du poste."),
        { Prepared: false } => new(
            "The station fetches its files and checks the phone. Nobody needs to do anything.",
            "Le poste récupère ses fichiers et vérifie le téléphone. Personne n'a rien à faire."),
        _ => new(
            "All it needs is there; it moves on in a moment. Nobody needs to do anything.",
            "Tout est là ; elle avance dans un instant. Personne n'a rien à faire."),
    };

    // The maker may have answered while the station was still to be stopped: then there is no date to wait for.
    private static Sentence OfPostponed(JobView job, Sentence? date) => new(
        $"{job.AskedBy} asked the phone's maker to let it be unlocked. The station stops if nothing irreversible has begun, and the job then comes back by itself{(date is null ? "" : $" on {date.English}")}. Nobody needs to do anything.",
        $"{job.AskedBy} a demandé le déverrouillage au fabricant. Le poste s'arrête si rien d'irréversible n'a commencé, puis la demande reprendra d'elle-même{(date is null ? "" : $" le {date.French}")}. Personne n'a rien à faire.");

    private static Sentence NotBefore(Sentence date) => new(
        $"It may not start before {date.English}, and then comes back by itself. Nobody needs to do anything until then.",
        $"Elle ne peut pas commencer avant le {date.French}, et reviendra d'elle-même. Personne n'a rien à faire d'ici là.");
}
