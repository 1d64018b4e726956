using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Dispatch;

/// <summary>What to do with a job that has not been offered: move it, or let it wait for something else than before.</summary>
internal sealed record Settlement(JobMove? Move, WaitsFor? WaitsFor)
{
    /// <summary>Null when all is as it should be.</summary>
    public static Settlement? Of(JobRow job, Readiness readiness, DateTimeOffset now)
    {
        if (job.State is JobState.Queued)
        {
            // Its date is the end of its countdown, which is no reason to wait again.
            return (readiness with { NotBefore = null }).Missing(now) is { } lost ? Back(job, lost, now) : null;
        }

        var missing = readiness.Missing(now);
        return missing is null
            ? new Settlement(JobMove.Decide(job, JobTrigger.BecomeReady, "espero"), null)
            : missing == job.WaitsFor ? null : new Settlement(null, missing);
    }

    private static Settlement Back(JobRow job, WaitsFor lost, DateTimeOffset now)
    {
        var trigger = lost is Domain.Jobs.WaitsFor.Release ? JobTrigger.LoseRelease : JobTrigger.LosePhone;
        return new Settlement(JobMove.Back(job, trigger, "espero", lost, now), null);
    }
}
