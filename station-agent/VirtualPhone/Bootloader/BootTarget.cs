namespace Espero.VirtualPhone.Bootloader;

/// <summary>Where a reboot leads.</summary>
internal enum BootTarget
{
    Bootloader,
    System,
}
