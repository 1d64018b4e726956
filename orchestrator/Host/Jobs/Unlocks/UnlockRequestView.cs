namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>A maker was asked for one phone.</summary>
/// <param name="AccountName">Null when the maker wants no account.</param>
/// <param name="DueAt">When the phone may be unlocked at the latest, as the maker said or as it usually takes.</param>
internal sealed record UnlockRequestView(
    Guid RequestId, Guid PhoneId, string Vendor, string? AccountName, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset DueAt);
