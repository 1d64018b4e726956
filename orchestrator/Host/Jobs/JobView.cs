using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Jobs;

/// <summary>A job as people and programs see it.</summary>
internal sealed record JobView
{
    public required Guid JobId { get; init; }

    public required Guid PhoneId { get; init; }

    /// <summary>Short words for screens: codename and last four characters.</summary>
    public required string PhoneLabel { get; init; }

    public required string SiteId { get; init; }

    public required string BuildId { get; init; }

    public required string BuildLabel { get; init; }

    public required JobState State { get; init; }

    public required WaitsFor? WaitsFor { get; init; }

    /// <summary>Of the current attempt; 0 before the first.</summary>
    public required long Epoch { get; init; }

    public required string? StationId { get; init; }

    public required string? PortPath { get; init; }

    public required string? FailureClass { get; init; }

    /// <summary>none, seen-by-person, seen-on-usb, bootloader-says-so or read-back; null while it has not ended.</summary>
    public required string? Proof { get; init; }

    public required DateTimeOffset? NotBefore { get; init; }

    /// <summary>cancel or inspect, when a person asked that of the station.</summary>
    public required string? Asked { get; init; }

    public required string? AskedBy { get; init; }

    /// <summary>Why a person must look although the job goes on.</summary>
    public required string? Alert { get; init; }

    public required bool Prepared { get; init; }

    /// <summary>What the preparation found wrong.</summary>
    public required IReadOnlyList<PlanRefusal> Refusals { get; init; }

    /// <summary>Where its phone is plugged in now, which may be another site; null when nowhere.</summary>
    public required string? PhoneSiteId { get; init; }

    /// <summary>What the station says against its phone; null when nothing.</summary>
    public required string? PhoneObstacle { get; init; }

    /// <summary>Its phone has a release that stands.</summary>
    public required bool PhoneReleased { get; init; }

    /// <summary>What its attempt waits for a person to do; null when nothing.</summary>
    public required HandsView? Hands { get; init; }

    public required string SubmittedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
