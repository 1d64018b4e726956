namespace Espero.Orchestrator.Jobs;

/// <summary>A job with all that happened to it, oldest first.</summary>
internal sealed record JobDetail(JobView Job, IReadOnlyList<AttemptView> Attempts, IReadOnlyList<JobEventView> Events);
