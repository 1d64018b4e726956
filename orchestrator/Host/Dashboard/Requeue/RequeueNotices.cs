using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Requeue;

/// <summary>Says what became of a re-queuing, for whoever opens its address.</summary>
internal sealed class RequeueNotices(RequeueReader requeues, JobReader jobs, TimeProvider time)
{
    /// <summary>Null when nothing was re-queued under the key.</summary>
    public async Task<RequeueNotice?> FindAsync(Guid key, PageLanguage language, CancellationToken cancellationToken)
    {
        if (await requeues.FindAsync(key, cancellationToken) is not { } requeue)
        {
            return null;
        }

        var labels = (await jobs.FindManyAsync([.. requeue.Jobs.Select(job => job.JobId)], cancellationToken))
            .ToDictionary(job => job.JobId, job => job.PhoneLabel);
        var items = requeue.Jobs
            .Select(job => new RequeueItem(
                job.JobId, labels.GetValueOrDefault(job.JobId, "?"), job.Refusal is { } refusal ? language.Say(refusal) : null))
            .ToLookup(item => item.Refusal is null);
        RequeueItem[] done = [.. items[true]];
        RequeueItem[] notDone = [.. items[false]];
        return new RequeueNotice(
            language.Say(PageTexts.RequeuedBy, requeue.RequeuedBy, new Moments(language, time).Of(requeue.At).Text, requeue.Reason),
            language.Count(PageTexts.Requeued, done.Length),
            language.Count(PageTexts.RequeueRefused, notDone.Length),
            done,
            notDone);
    }
}
