namespace Espero.Station.Link;

/// <summary>Decorrelated exponential pauses. The first is jittered too: a fleet that lost its orchestrator must not return as one.</summary>
internal sealed class ReconnectPause(LinkOptions options, Func<double> random)
{
    private const double Growth = 3;
    private readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(options.ShortestPauseMilliseconds);
    private readonly TimeSpan _longest = TimeSpan.FromSeconds(options.LongestPauseSeconds);
    private TimeSpan _last;

    public TimeSpan Next()
    {
        var upper = Growth * (_last > _shortest ? _last : _shortest);
        var pause = _shortest + (random() * (upper - _shortest));
        return _last = pause < _longest ? pause : _longest;
    }

    /// <summary>After a refusal: slowly, and never all stations together.</summary>
    public TimeSpan NextAfterRefusal() => (1 + random()) * TimeSpan.FromSeconds(options.RefusedPauseSeconds);

    public void Reset() => _last = TimeSpan.Zero;
}
