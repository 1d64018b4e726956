namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>An account asked its maker once.</summary>
/// <param name="Procedure">In which of the maker's ways.</param>
public readonly record struct AskedUnlock(DateTimeOffset At, string Procedure);
