using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Database;

/// <summary>One move of one job, decided by the Domain. What is null here stays as it is, but for the class and the proof, which belong to the end they came with.</summary>
internal sealed record JobMove(JobRow Job, JobTrigger Trigger, JobState To, string By)
{
    public string? Reason { get; init; }

    /// <summary>Set when, and only when, the new state is waiting.</summary>
    public WaitsFor? WaitsFor { get; init; }

    public long? Epoch { get; init; }

    public string? StationId { get; init; }

    public string? PortPath { get; init; }

    public Guid? ReleaseId { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public string? FailureClass { get; init; }

    public string? Proof { get; init; }

    /// <summary>Back to waiting, with its countdown over. Null when the Domain rules otherwise.</summary>
    public static JobMove? Back(JobRow job, JobTrigger trigger, string by, WaitsFor lost, DateTimeOffset now) =>
        Decide(job, trigger, by) is { } move ? move with { WaitsFor = lost, NotBefore = now } : null;

    /// <summary>The move the Domain allows, or null when it rules otherwise.</summary>
    public static JobMove? Decide(JobRow job, JobTrigger trigger, string by) =>
        JobMachine.Decide(job.State, trigger) is (Ruling.Move, var to) ? new JobMove(job, trigger, to, by) : null;
}
