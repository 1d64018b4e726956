namespace Espero.Station.Domain.Flashing.Retries;

/// <summary>How much trying one step is worth.</summary>
public sealed record RetryBudget
{
    public static readonly RetryBudget Usual = new();

    /// <summary>After the first try.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Counted from the step's first beginning; a pause that would end behind it is not begun.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);
}
