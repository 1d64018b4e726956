namespace Espero.Orchestrator.Links;

/// <summary>Where an attempt is. A signal: newest wins, may be absent.</summary>
internal sealed record AttemptProgress(
    Guid JobId, long Epoch, string StepId, int StepNumber, int StepCount, long DoneBytes, long TotalBytes);
