using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Jobs;
using RequeuedJob = Espero.Operations.V1.RequeuedJob;

namespace Espero.Orchestrator.Operations;

/// <summary>Re-queuing, asked for by people and programs.</summary>
internal sealed class RequeueCalls(RequeueStore requeuing)
{
    public async Task<Answer<RequeueJobsResponse>> RequeueAsync(
        RequeueJobsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var wish = Read(request);
        if (!wish.IsGranted)
        {
            return wish.Refusal;
        }

        var record = await requeuing.RequeueAsync(wish.Value, cancellationToken);
        return record.Then(done => new RequeueJobsResponse { Jobs = { done.Jobs.Select(job => ToProto(job, caller)) } });
    }

    private static Answer<RequeueWish> Read(RequeueJobsRequest request)
    {
        var jobIds = request.JobIds.Select(id => RequestReader.Id("job_ids", id)).ToArray();
        var states = request.States.Select(ProtoWords.FromProto).ToArray();
        var key = RequestReader.Id("idempotency_key", request.IdempotencyKey);
        if ((jobIds.Select(id => id.Refusal).FirstOrDefault(refusal => refusal is not null) ?? key.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (states.Contains(null))
        {
            return RequestSentences.UnknownState();
        }

        return new RequeueWish(
            [.. jobIds.Select(id => id.Value)],
            [.. states.Select(state => state!.Value)],
            RequestReader.NullIfEmpty(request.SiteId),
            RequestReader.NullIfEmpty(request.FailureClass),
            request.RequeuedBy,
            request.Reason,
            request.DryRun,
            key.Value);
    }

    private static RequeuedJob ToProto(Jobs.RequeuedJob job, Caller caller) => new()
    {
        JobId = job.JobId.ToString(),
        Requeued = job.Requeued,
        Refusal = job.Refusal?.In(caller.Language) ?? "",
    };
}
