using Espero.Orchestrator.Domain.Unlocking;

namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>A maker was asked for one phone and has not answered.</summary>
/// <param name="AccountName">Null when the maker wants no account.</param>
/// <param name="DueAt">When the phone may be unlocked at the latest, as the maker said or as it usually takes.</param>
/// <param name="IsOverdue">That date has passed by more than a day: somebody looks whether the maker has answered.</param>
internal sealed record UnlockRequestView(
    Guid RequestId,
    Guid PhoneId,
    string PhoneLabel,
    string Vendor,
    string? AccountName,
    string AskedBy,
    DateTimeOffset AskedAt,
    DateTimeOffset DueAt,
    bool IsOverdue)
{
    public string Maker => MakerName.Of(Vendor);
}
