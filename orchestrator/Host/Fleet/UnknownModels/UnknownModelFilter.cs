namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>Which unknown models are listed.</summary>
internal sealed record UnknownModelFilter
{
    public const int MaxPageSize = 200;

    /// <summary>Also those that somebody looks after.</summary>
    public bool WithHandled { get; init; }

    /// <summary>Also those that the data sets know by now.</summary>
    public bool WithKnown { get; init; }

    /// <summary>The place of the last one of the page before; null on the first page.</summary>
    public UnknownModelPlace? After { get; init; }

    public int PageSize { get; init; } = MaxPageSize;
}
