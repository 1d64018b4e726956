using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>How far a running attempt is, in words and in percent.</summary>
internal sealed class Progress(LiveBoard board, PageLanguage language, Moments moments)
{
    public int? Percent(JobView job) => board.Find(job.JobId, job.Epoch) is { } progress ? Percent(progress) : null;

    public RunningAttempt Of(JobView job, PlaceNames places)
    {
        var progress = board.Find(job.JobId, job.Epoch);
        return new RunningAttempt(
            job.JobId,
            job.PhoneLabel,
            job.BuildLabel,
            places.Of(job.StationId, job.PortPath),
            language.Say(PageTexts.RunningSince, moments.Since(job.ChangedAt)),
            progress is null ? null : Percent(progress),
            progress is null ? null : language.Say(PageTexts.StepOf, progress.StepNumber, progress.StepCount, progress.StepId),
            progress is { TotalBytes: > 0 } sized
                ? language.Say(PageTexts.DoneOfTotal, moments.Size(sized.DoneBytes), moments.Size(sized.TotalBytes))
                : null);
    }

    // A step counts as one whatever its size: the plan's steps are all that is known of the whole.
    internal static int Percent(AttemptProgress progress)
    {
        var ofStep = progress.TotalBytes > 0 ? Math.Clamp((double)progress.DoneBytes / progress.TotalBytes, 0, 1) : 0;
        var steps = Math.Max(0, progress.StepNumber - 1) + ofStep;
        return progress.StepCount > 0 ? (int)Math.Clamp(100 * steps / progress.StepCount, 0, 100) : 0;
    }
}
