using Espero.Orchestrator.Domain.Releases;

namespace Espero.Orchestrator.Fleet;

/// <summary>A named person's permission to erase one phone, still standing.</summary>
internal sealed record ReleaseView(Guid ReleaseId, string ReleasedBy, ReleaseBasis Basis, DateTimeOffset ReleasedAt);
