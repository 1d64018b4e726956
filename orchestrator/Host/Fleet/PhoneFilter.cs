namespace Espero.Orchestrator.Fleet;

/// <summary>Which phones to read, newest first. What is null does not narrow.</summary>
internal sealed record PhoneFilter
{
    public const int MaxPageSize = 1000;
    public const int DefaultPageSize = 200;

    /// <summary>Where they are, or were last.</summary>
    public string? SiteId { get; init; }

    public Guid? PhoneId { get; init; }

    public bool PluggedInOnly { get; init; }

    /// <summary>Only phones known before this one: the last of the page before.</summary>
    public Guid? After { get; init; }

    public int PageSize { get; init; } = DefaultPageSize;
}
