using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Database;

/// <summary>What a decision about a job needs to know of it. Only as true as the lock under which it was read.</summary>
internal sealed record JobRow(
    Guid JobId,
    Guid PhoneId,
    string SiteId,
    JobState State,
    WaitsFor? WaitsFor,
    long Epoch,
    string? StationId,
    string? PortPath,
    Guid? ReleaseId,
    DateTimeOffset? NotBefore,
    string? Asked);
