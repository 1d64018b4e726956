namespace Espero.Station.Protocols.Fastboot;

/// <summary>Where a reboot leads.</summary>
public enum RebootTarget
{
    System,
    Bootloader,
    Fastbootd,
    Recovery,
}
