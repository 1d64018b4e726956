namespace Espero.Orchestrator.Contracts;

/// <summary>What was asked is done.</summary>
/// <param name="SaidBy">Null when the phone itself showed it.</param>
public sealed record HandsDone(Guid JobId, long Epoch, string AskId, string? SaidBy);
