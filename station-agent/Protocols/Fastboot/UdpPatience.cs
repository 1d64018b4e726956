namespace Espero.Station.Protocols.Fastboot;

/// <summary>
/// How long a packet waits for its answer before it is sent again: as long as the answers until now give reason to (RFC 6298).
/// A phone answers a number that it has seen with the same answer once more, so that asking too early costs a packet.
/// </summary>
/// <param name="longest">What the first packets wait, and what no packet waits longer than.</param>
internal sealed class UdpPatience(TimeSpan longest)
{
    // Below it, a busy machine would send again what was answered already.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);

    private TimeSpan? _usual;
    private TimeSpan _spread;

    /// <summary>Twice as long after each time that the packet was sent again.</summary>
    /// <param name="resends">How often that was.</param>
    public TimeSpan After(int resends)
    {
        var wait = _usual is { } usual ? Max(usual + (4 * _spread), Least) : longest;
        for (; resends > 0 && wait < longest; resends--)
        {
            wait *= 2;
        }

        return wait < longest ? wait : longest;
    }

    /// <summary>Learns from a packet that was sent once: of one sent twice, nobody knows which was answered.</summary>
    public void Learn(TimeSpan roundTrip)
    {
        _spread = _usual is { } before ? (0.75 * _spread) + (0.25 * (before - roundTrip).Duration()) : roundTrip / 2;
        _usual = _usual is { } usual ? (0.875 * usual) + (0.125 * roundTrip) : roundTrip;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
