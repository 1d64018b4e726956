namespace Espero.Orchestrator.Jobs;

/// <summary>What became of one step.</summary>
/// <param name="Result">done, passed-over or failed.</param>
internal sealed record AttemptStepView(string StepId, string Result, TimeSpan Took, long WrittenBytes);
