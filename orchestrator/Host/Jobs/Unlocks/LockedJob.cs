namespace Espero.Orchestrator.Jobs.Unlocks;

/// <summary>A job whose phone its maker must first let be unlocked.</summary>
internal sealed record LockedJob(Guid JobId, Guid PhoneId, string PhoneLabel, string Model, string SiteId);
