namespace Espero.Orchestrator.Fleet;

/// <summary>Where a mark was read.</summary>
internal enum MarkKind
{
    FastbootSerial,
    AdbSerial,
    Imei,
    Label,
}
