namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>Why the phone must not get the build as it is.</summary>
/// <param name="Detail">What was found and what was wanted, as the station said it, in English.</param>
public sealed record PlanFinding(string Sentence, string StepId, string Detail);
