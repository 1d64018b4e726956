namespace Espero.Station.Host.Tests;

/// <summary>A clock a hundred times as fast as the machine's: three minutes take two seconds.</summary>
internal sealed class FastTime : TimeProvider
{
    private const int Times = 100;
    private readonly long _startedAt = System.GetTimestamp();
    private readonly DateTimeOffset _started = System.GetUtcNow();

    public override long GetTimestamp() => _startedAt + ((System.GetTimestamp() - _startedAt) * Times);

    public override DateTimeOffset GetUtcNow() => _started + System.GetElapsedTime(_startedAt) * Times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private static TimeSpan Shortened(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / Times;
}
