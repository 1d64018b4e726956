namespace Espero.Orchestrator.Contracts;

/// <summary>The files are at the station and the plan was checked against the phone.</summary>
/// <param name="Refusals">Why the plan must not run on this phone; empty when every check held.</param>
public sealed record PhonePrepared(Guid JobId, Guid PhoneId, IReadOnlyList<PlanRefusal> Refusals);
