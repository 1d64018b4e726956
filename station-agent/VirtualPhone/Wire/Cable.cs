using Espero.VirtualPhone.Faults;

namespace Espero.VirtualPhone.Wire;

/// <summary>Puts the rate and the faults between the phone and its client; a plain connection stays as fast as it is.</summary>
internal sealed class Cable(FaultSchedule faults, long? rateBytesPerSecond, TimeProvider timeProvider)
{
    public Stream Connect(Stream connection)
    {
        if (!faults.TouchesTheWire && rateBytesPerSecond is null)
        {
            return connection;
        }

        var reading = PaceOf(Slower(rateBytesPerSecond, faults.DripBytesPerSecond));
        return new ShapedStream(connection, faults, reading, PaceOf(faults.DripBytesPerSecond));
    }

    private static long? Slower(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);

    private Pace? PaceOf(long? bytesPerSecond) => bytesPerSecond is { } pace ? new Pace(pace, timeProvider) : null;
}
