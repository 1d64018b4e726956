using Espero.Orchestrator.Domain.Releases;

namespace Espero.Orchestrator.Fleet;

/// <summary>A named person's permission to erase one phone, still standing.</summary>
/// <param name="PrintedModel">The model as that person has read it off the phone; empty when not said.</param>
internal sealed record ReleaseView(
    Guid ReleaseId, string ReleasedBy, ReleaseBasis Basis, DateTimeOffset ReleasedAt, string PrintedModel);
