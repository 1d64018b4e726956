namespace Espero.Orchestrator;

/// <summary>The system's clock in the time zone of the sites: the server may stand elsewhere, and mostly runs in UTC.</summary>
internal sealed class SiteTime(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => zone;
}
