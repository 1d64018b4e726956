namespace Espero.Orchestrator.Links;

/// <summary>The release that the grant's commit checked.</summary>
internal sealed record GrantedRelease(Guid ReleaseId, Guid PhoneId, string ReleasedBy, DateTimeOffset ReleasedAt);
