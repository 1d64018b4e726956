namespace Espero.Orchestrator.Contracts;

/// <summary>What a look at the phone of an interrupted attempt found.</summary>
/// <param name="Finding">untouched, half-written or unreadable.</param>
public sealed record PhoneInspected(Guid JobId, long Epoch, string Finding, string Detail);
