using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Makes the first page of what is known now.</summary>
internal sealed class OverviewReader(SnapshotReader snapshots, StationDesk desk, LiveBoard board, TimeProvider time)
{
    private const int MaxPeopleNeeded = 30;

    public async Task<OverviewView> ReadAsync(PageLanguage language, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ReadAsync(cancellationToken);
        var moments = new Moments(language, time);
        var progress = new Progress(board, language, moments);
        var places = new PlaceNames(snapshot.Stations, language);
        var panels = new StationPanels(snapshot, desk, progress, language, moments);
        var stations = panels.Lay();
        var silent = stations.Count(station => station.Silence is not null);
        return new OverviewView(
            Summary.Of([.. panels.Looks()], language),
            silent > 0 ? language.Count(PageTexts.StationsSilent, silent) : null,
            moments.Exact(moments.Now),
            stations,
            [.. snapshot.Open.Where(job => JobLook.Of(job) is Look.Running).Reverse().Select(job => progress.Of(job, places))],
            PeopleNeededBy(snapshot.Open, places, language),
            Failures.Group(snapshot.Failed, places, language, moments),
            [.. snapshot.Ended.Select(job => Result(job, places, language, moments))]);
    }

    private PeopleNeeded PeopleNeededBy(IReadOnlyList<JobView> open, PlaceNames places, PageLanguage language)
    {
        var waiting = open
            .Select(job => (Job: job, Look: JobLook.Of(job)))
            .Where(pair => JobLook.NeedsPerson(pair.Look))
            .OrderBy(pair => pair.Look)
            .ThenBy(pair => pair.Job.ChangedAt)
            .ToArray();
        var shown = waiting.Take(MaxPeopleNeeded).Select(pair => new PersonNeeded(
            pair.Job.JobId,
            pair.Job.PhoneLabel,
            pair.Job.StationId is null ? pair.Job.SiteId : places.Of(pair.Job.StationId, pair.Job.PortPath),
            Badge.Of(pair.Look, language),
            language.Say(JobWhy.Of(pair.Job, time))));
        return new PeopleNeeded([.. shown], Math.Max(0, waiting.Length - MaxPeopleNeeded));
    }

    private static ResultLine Result(JobView job, PlaceNames places, PageLanguage language, Moments moments) => new(
        job.JobId,
        job.PhoneLabel,
        job.BuildLabel,
        places.Of(job.StationId, job.PortPath),
        Badge.Of(JobLook.Of(job), language),
        ProofWords.Of(job.Proof, language),
        moments.Of(job.ChangedAt));
}
