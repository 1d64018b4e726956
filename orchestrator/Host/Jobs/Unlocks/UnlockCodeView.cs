namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>What a maker gave to unlock a phone is at hand. More than this nobody can read of it.</summary>
internal sealed record UnlockCodeView(Guid PhoneId, string PhoneLabel, string GivenBy, DateTimeOffset GivenAt);
