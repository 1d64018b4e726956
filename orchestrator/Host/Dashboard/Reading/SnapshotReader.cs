using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Reads what the first page shows. Its statements run side by side: the page shows a moment, it decides nothing.</summary>
internal sealed class SnapshotReader(FleetReader fleet, JobReader jobs, TimeProvider time)
{
    private const int MaxFailures = 100;
    private const int MaxResults = 20;

    // Older ones are history, for reports to find.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private static readonly JobState[] OpenStates =
        [JobState.Waiting, JobState.Queued, JobState.Offered, JobState.Granted, JobState.Interrupted];

    private static readonly JobState[] EndedWell = [JobState.Succeeded, JobState.Written, JobState.Cancelled];

    public async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Lately;
        var stations = fleet.ListStationsAsync(siteId: null, cancellationToken);
        var phones = fleet.ListPhonesAsync(
            new PhoneFilter { PluggedInOnly = true, PageSize = PhoneFilter.MaxPageSize }, cancellationToken);
        var open = jobs.ListAsync(new JobFilter { States = OpenStates, PageSize = JobFilter.MaxPageSize }, cancellationToken);
        var failed = jobs.ListLatelyAsync([JobState.Failed], since, MaxFailures, cancellationToken);
        var ended = jobs.ListLatelyAsync(EndedWell, since, MaxResults, cancellationToken);
        await Task.WhenAll(stations, phones, open, failed, ended);

        var known = (await open).Concat(await failed).Concat(await ended).DistinctBy(job => job.JobId).ToDictionary(job => job.JobId);
        await AddLastJobsAsync(await phones, known, cancellationToken);
        return new Snapshot(
            await stations, (await phones).ToDictionary(phone => phone.PhoneId), known, await open, await failed, await ended);
    }

    private async Task AddLastJobsAsync(
        IReadOnlyList<PhoneView> phones, Dictionary<Guid, JobView> known, CancellationToken cancellationToken)
    {
        var missing = phones.Select(phone => phone.JobId).OfType<Guid>().Where(jobId => !known.ContainsKey(jobId)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        foreach (var job in await jobs.FindManyAsync(missing, cancellationToken))
        {
            known[job.JobId] = job;
        }
    }
}
