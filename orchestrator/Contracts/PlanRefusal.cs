namespace Espero.Orchestrator.Contracts;

/// <summary>One reason why a plan must not run on a phone.</summary>
/// <param name="FailureClass">A class of the catalogue of failures.</param>
/// <param name="Detail">What was found and what was wanted, in English, without serials.</param>
public sealed record PlanRefusal(string FailureClass, string StepId, string Detail);
