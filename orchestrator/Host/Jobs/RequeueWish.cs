using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Jobs;

/// <summary>Which ended jobs are to be tried again: either these, or all in these states.</summary>
/// <param name="Key">Made by the caller: the same key again re-queues nothing more and gives the same answer.</param>
internal sealed record RequeueWish(
    IReadOnlyList<Guid> JobIds,
    IReadOnlyList<JobState> States,
    string? SiteId,
    string? FailureClass,
    string RequeuedBy,
    string Reason,
    bool DryRun,
    Guid Key)
{
    public const int MaxJobs = 1000;
}
