using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Jobs;

/// <summary>A job that somebody wants re-queued, and what decides whether it may be.</summary>
/// <param name="NewerJobId">The newest job of the same phone, when that is another one.</param>
internal sealed record RequeueCandidate(JobRow Job, Readiness Readiness, Guid? OpenJobId, Guid? NewerJobId)
{
    /// <summary>Null when it may.</summary>
    public Refusal? Refusal => this switch
    {
        { OpenJobId: { } open } => JobRefusals.OpenJob(open),
        // What the phone got since must not be overwritten by an older wish.
        { NewerJobId: { } newer } => JobRefusals.NewerJob(newer),
        _ when JobMachine.Decide(Job.State, JobTrigger.Requeue).Ruling is not Ruling.Move => JobRefusals.NotRequeueable(Job.State),
        _ => null,
    };

    /// <summary>With nothing missing it waits for Dispatch to look, which the commit wakes.</summary>
    public JobMove ToMove(string by, string reason, DateTimeOffset now) => JobMove.Decide(Job, JobTrigger.Requeue, by)! with
    {
        Reason = reason,
        WaitsFor = Readiness.Missing(now) ?? WaitsFor.Release,
    };
}
