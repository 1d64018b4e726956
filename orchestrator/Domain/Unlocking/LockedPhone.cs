namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>A phone that somebody wants to write and whose maker has not been asked yet.</summary>
/// <param name="Rule">What its maker demands.</param>
public readonly record struct LockedPhone(Guid PhoneId, UnlockRule Rule);
