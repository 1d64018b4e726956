namespace Espero.Orchestrator.Contracts;

/// <summary>Nobody knows how far the attempt went.</summary>
/// <param name="Cause">station-stopped or phone-changed.</param>
/// <param name="StepId">Where the journal stops; empty when no step had begun.</param>
/// <param name="PassedPointOfNoReturn">Whether anything that can lose data was begun.</param>
public sealed record AttemptInterrupted(Guid JobId, long Epoch, string Cause, string StepId, bool PassedPointOfNoReturn);
