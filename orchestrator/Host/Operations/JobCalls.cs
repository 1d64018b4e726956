using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Operations;

/// <summary>What people and programs ask about jobs: requests read, answered by Jobs, said in the caller's language.</summary>
internal sealed class JobCalls(
    JobReader reader,
    SubmitStore submitting,
    CancelStore cancelling,
    InspectStore inspecting,
    HandsStore hands,
    JobMapping mapping)
{
    public async Task<Answer<SubmitJobResponse>> SubmitAsync(SubmitJobRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        var buildId = RequestReader.BuildId(request.BuildId);
        var key = RequestReader.Id("idempotency_key", request.IdempotencyKey);
        if ((phoneId.Refusal ?? buildId.Refusal ?? key.Refusal) is { } refusal)
        {
            return refusal;
        }

        var wish = new SubmitWish(phoneId.Value, buildId.Value!, request.SubmittedBy.Trim(), key.Value);
        var submitted = await submitting.SubmitAsync(wish, cancellationToken);
        return submitted.Then(job => new SubmitJobResponse { Job = mapping.ToProto(job, caller) });
    }

    public async Task<Answer<ListJobsResponse>> ListAsync(ListJobsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var states = request.States.Select(ProtoWords.FromProto).ToArray();
        var page = RequestReader.Page<Guid>(request.PageSize, request.PageToken, JobFilter.DefaultPageSize, JobFilter.MaxPageSize);
        if (!page.IsGranted || states.Contains(null))
        {
            return page.Refusal ?? RequestSentences.UnknownState();
        }

        var jobs = await reader.ListAsync(
            new JobFilter
            {
                States = [.. states.Select(state => state!.Value)],
                SiteId = RequestReader.NullIfEmpty(request.SiteId),
                After = page.Value.After,
                PageSize = page.Value.Size,
            },
            cancellationToken);
        return new ListJobsResponse
        {
            Jobs = { jobs.Select(job => mapping.ToProto(job, caller)) },
            NextPageToken = RequestReader.NextToken(jobs, page.Value.Size, job => job.JobId),
        };
    }

    public async Task<Answer<GetJobResponse>> GetAsync(GetJobRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var jobId = RequestReader.Id("job_id", request.JobId);
        if (!jobId.IsGranted)
        {
            return jobId.Refusal;
        }

        return await reader.FindDetailAsync(jobId.Value, cancellationToken) is { } detail
            ? mapping.ToProto(detail, caller)
            : JobRefusals.UnknownJob(jobId.Value);
    }

    public async Task<Answer<CancelJobResponse>> CancelAsync(CancelJobRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var jobId = RequestReader.Id("job_id", request.JobId);
        if (!jobId.IsGranted)
        {
            return jobId.Refusal;
        }

        var result = await cancelling.CancelAsync(jobId.Value, request.CancelledBy, request.Reason, cancellationToken);
        return result.Then(done => new CancelJobResponse { Job = mapping.ToProto(done.Job, caller), Cancelled = done.Cancelled });
    }

    public async Task<Answer<InspectJobResponse>> InspectAsync(InspectJobRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var jobId = RequestReader.Id("job_id", request.JobId);
        if (!jobId.IsGranted)
        {
            return jobId.Refusal;
        }

        var asked = await inspecting.InspectAsync(jobId.Value, request.AskedBy, cancellationToken);
        return asked.Then(job => new InspectJobResponse { Job = mapping.ToProto(job, caller) });
    }

    public async Task<Answer<ConfirmHandsResponse>> ConfirmHandsAsync(
        ConfirmHandsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var jobId = RequestReader.Id("job_id", request.JobId);
        if (!jobId.IsGranted)
        {
            return jobId.Refusal;
        }

        var said = await hands.SayAsync(jobId.Value, request.SaidBy, cancellationToken);
        return said.Then(job => new ConfirmHandsResponse { Job = mapping.ToProto(job, caller) });
    }
}
