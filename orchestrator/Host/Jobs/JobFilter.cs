using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Jobs;

/// <summary>Which jobs to read, newest first. What is empty or null does not narrow.</summary>
internal sealed record JobFilter
{
    public const int MaxPageSize = 1000;
    public const int DefaultPageSize = 200;

    public IReadOnlyCollection<JobState> States { get; init; } = [];

    public string? SiteId { get; init; }

    public Guid? PhoneId { get; init; }

    /// <summary>Only jobs older than this one: the last of the page before.</summary>
    public Guid? After { get; init; }

    public int PageSize { get; init; } = DefaultPageSize;
}
