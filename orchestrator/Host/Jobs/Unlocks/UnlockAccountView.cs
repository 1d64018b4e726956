namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>An account in use, and when it may ask again.</summary>
internal sealed record UnlockAccountView(
    Guid AccountId, string Vendor, string Name, string AddedBy, IReadOnlyList<DateTimeOffset> Asked, DateTimeOffset NextAllowed);
