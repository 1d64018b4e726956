namespace Espero.Cli.Fetching;

/// <summary>How much and how long a download may be: a server's word for it is not enough.</summary>
internal sealed record FetchLimits
{
    /// <summary>No system for a phone is larger.</summary>
    public long MaxBytes { get; init; } = 16L << 30;

    /// <summary>No byte for this long means that the connection is dead.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one file, however slowly it comes.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a try that brought nothing is repeated.</summary>
    public int Retries { get; init; } = 6;

    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromSeconds(30);
}
