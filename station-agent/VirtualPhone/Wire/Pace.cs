namespace Espero.VirtualPhone.Wire;

/// <summary>Holds bytes back so that on average no more than so many pass in a second. One direction, one owner.</summary>
internal sealed class Pace(long bytesPerSecond, TimeProvider timeProvider)
{
    private const int PortionsPerSecond = 20;
    private long _dueAt = timeProvider.GetTimestamp();

    /// <summary>The most bytes to move between two waits: what passes in a twentieth of a second, at least one.</summary>
    public int PortionBytes { get; } = (int)Math.Clamp(bytesPerSecond / PortionsPerSecond, 1, 1 << 20);

    public async ValueTask WaitAsync(int bytes, CancellationToken cancellationToken)
    {
        // A pause of the client does not earn it a burst afterwards.
        var now = timeProvider.GetTimestamp();
        _dueAt = Math.Max(_dueAt, now) + (long)((double)bytes / bytesPerSecond * timeProvider.TimestampFrequency);
        await Task.Delay(timeProvider.GetElapsedTime(now, _dueAt), timeProvider, cancellationToken);
    }
}
