namespace Espero.Station.Domain.Flashing;

/// <summary>One reason why a plan must not run on a phone, or go on.</summary>
/// <param name="FailureCode">A code of the catalogue of failures.</param>
/// <param name="StepId">The step it is about; empty when it is about the whole plan.</param>
/// <param name="Detail">What was found and what was wanted, in English.</param>
public sealed record Refusal(string FailureCode, string StepId, string Detail);
