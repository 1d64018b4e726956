namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Says that a maker has been asked for a phone.</summary>
/// <param name="AccountId">Null when the maker wants no account.</param>
/// <param name="DueAt">The date the maker gave; null when it gave none.</param>
internal sealed record UnlockWish(Guid PhoneId, Guid? AccountId, string AskedBy, DateTimeOffset? DueAt);
