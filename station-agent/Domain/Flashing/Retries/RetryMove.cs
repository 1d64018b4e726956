namespace Espero.Station.Domain.Flashing.Retries;

/// <summary>What follows a failed step.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Pause">How long to wait first, at most where a person is asked; zero when nothing is tried again.</param>
public readonly record struct RetryMove(RetryMoveKind Kind, TimeSpan Pause)
{
    public static readonly RetryMove End = new(RetryMoveKind.End, TimeSpan.Zero);

    /// <summary>Whether the attempt is parked meanwhile, with a request that everybody can read.</summary>
    public bool Parks => Kind is RetryMoveKind.WaitForHands or RetryMoveKind.Rest;
}
