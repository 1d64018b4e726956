namespace Espero.Orchestrator.Contracts;

/// <summary>A step of an attempt is over.</summary>
/// <param name="Result">done, passed-over or failed.</param>
public sealed record StepEnded(Guid JobId, long Epoch, string StepId, string Result, TimeSpan Took, long WrittenBytes);
