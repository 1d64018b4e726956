namespace Espero.Orchestrator.Dashboard.Views;

/// <param name="Mark">done, passed-over or failed: names its shape and colour.</param>
/// <param name="Share">Of the longest step's time, 0 to 100.</param>
/// <param name="Written">Null when the step wrote nothing.</param>
public sealed record StepLine(string StepId, string Mark, string Word, string Took, int Share, string? Written);
