using Espero.Orchestrator.Domain.Unlocking;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>One line of the list of what to ask makers for.</summary>
internal sealed record UnlockTurnView(LockedJob Job, UnlockTurn Turn, string? AccountName);
