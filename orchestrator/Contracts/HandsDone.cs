namespace Espero.Orchestrator.Contracts;

/// <summary>The person has done what was asked.</summary>
public sealed record HandsDone(Guid JobId, long Epoch, string AskId);
