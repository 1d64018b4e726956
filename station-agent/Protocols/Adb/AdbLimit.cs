namespace Espero.Station.Protocols.Adb;

/// <summary>How long one call may make no progress, and how long it may take at all.</summary>
internal readonly record struct AdbLimit(TimeSpan Silence, TimeSpan Longest)
{
    public static AdbLimit Within(TimeSpan limit) => new(limit, limit);
}
