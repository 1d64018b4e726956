namespace Espero.Station.Domain.Flashing.Retries;

/// <summary>What follows a failed step.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Pause">How long to wait first; zero when nothing is tried again.</param>
public readonly record struct RetryMove(RetryMoveKind Kind, TimeSpan Pause)
{
    public static readonly RetryMove End = new(RetryMoveKind.End, TimeSpan.Zero);

    public static readonly RetryMove WaitForHands = new(RetryMoveKind.WaitForHands, TimeSpan.Zero);

    public bool TriesAgain => Kind is RetryMoveKind.Again or RetryMoveKind.AgainFromKnownMode;
}
