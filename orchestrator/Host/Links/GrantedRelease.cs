namespace Espero.Orchestrator.Links;

/// <summary>The release that the grant's commit checked.</summary>
/// <param name="PrintedModel">The model as that person has read it off the phone; empty when not said.</param>
internal sealed record GrantedRelease(Guid ReleaseId, Guid PhoneId, string ReleasedBy, DateTimeOffset ReleasedAt, string PrintedModel);
