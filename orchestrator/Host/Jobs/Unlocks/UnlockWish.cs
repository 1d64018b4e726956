namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>Says that a maker has been asked for a phone.</summary>
/// <param name="AccountId">Null when the maker wants no account.</param>
/// <param name="DueAt">The date the maker gave; null when it gave none.</param>
/// <param name="HasHappened">It was asked, whatever the quotas say; otherwise a request that breaks one is refused.</param>
internal sealed record UnlockWish(Guid PhoneId, Guid? AccountId, string AskedBy, DateTimeOffset? DueAt, bool HasHappened = false);
