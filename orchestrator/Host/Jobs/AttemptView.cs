namespace Espero.Orchestrator.Jobs;

/// <summary>One try at a job, as far as it is known.</summary>
/// <param name="Outcome">succeeded, written, failed or cancelled; null while it runs or nobody knows.</param>
/// <param name="Late">Its end was reported after a newer attempt had been offered.</param>
internal sealed record AttemptView(
    long Epoch,
    string StationId,
    string PortPath,
    DateTimeOffset? OfferedAt,
    DateTimeOffset? GrantedAt,
    DateTimeOffset? BegunAt,
    DateTimeOffset? EndedAt,
    string? Outcome,
    string? Proof,
    string? FailureClass,
    string? StepId,
    string? Detail,
    string? InterruptedBecause,
    string? LogTail,
    bool Late,
    IReadOnlyList<AttemptStepView> Steps);
