using Espero.Orchestrator.Dashboard.Hands;
using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Makes the page of one job of what is known now.</summary>
internal sealed class JobPageReader(JobReader jobs, FleetReader fleet, LiveBoard board, TimeProvider time)
{
    /// <summary>Null when there is no such job.</summary>
    public async Task<JobPageView?> ReadAsync(Guid jobId, PageLanguage language, CancellationToken cancellationToken)
    {
        if (await jobs.FindDetailAsync(jobId, cancellationToken) is not { } detail)
        {
            return null;
        }

        var job = detail.Job;
        var moments = new Moments(language, time);
        var places = new PlaceNames(await fleet.ListStationsAsync(job.SiteId, cancellationToken), language);
        var attempts = new AttemptPanels(places, language, moments);
        return new JobPageView(
            job.JobId,
            job.PhoneLabel,
            job.StationId is null ? job.SiteId : places.Of(job.StationId, job.PortPath),
            Badge.Of(JobLook.Of(job), language),
            SentenceOf(job, language),
            language.Say(PageTexts.AskedFor, job.SubmittedBy, job.BuildLabel, moments.Of(job.CreatedAt).Text),
            moments.Exact(moments.Now),
            JobLook.Of(job) is Look.Running ? new Progress(board, language, moments).Of(job, places) : null,
            job.Hands is { } hands ? Panel(hands, language) : null,
            JobMachine.Decide(job.State, JobTrigger.Requeue).Ruling is Ruling.Move,
            [.. job.Refusals.Select(refusal => new PlanFinding(
                FailureWords.Sentences(refusal.FailureClass, language), refusal.StepId, refusal.Detail))],
            [.. detail.Attempts.Reverse().Select(attempts.Of)],
            [.. detail.Events.Select(move => History(move, language, moments))]);
    }

    private static HandsPanel Panel(HandsView hands, PageLanguage language) => new(
        language.Say(HandsWords.Wish(hands.SentenceCode)),
        KeyPictures.Address(hands.PictureKey, language),
        IsSaid: hands.SaidBy is not null);

    private string SentenceOf(JobView job, PageLanguage language) => job is { State: JobState.Failed, Alert: null }
        ? FailureWords.Sentences(job.FailureClass, language)
        : language.Say(JobWhy.Of(job, time));

    private static HistoryLine History(JobEventView move, PageLanguage language, Moments moments) => new(
        moments.Of(move.At), language.Say(HistoryWords.Of(move.Trigger)), language.Say(JobWords.Of(move.To)), move.ByWhom, move.Reason);
}
