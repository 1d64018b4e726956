namespace Espero.Station.Watch;

/// <summary>Which protocol a phone speaks in a mode. One phone may give another serial in each.</summary>
internal enum Tongue
{
    Fastboot,
    Adb,
    Download,
}
