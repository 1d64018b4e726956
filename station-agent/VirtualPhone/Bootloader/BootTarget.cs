namespace Espero.VirtualPhone.Bootloader;

/// <summary>Where a reboot leads.</summary>
internal enum BootTarget
{
    Bootloader,
    System,
    Recovery,
    Fastbootd,
    Sideload,

    /// <summary>A sideload that ends in the system, whatever became of the package.</summary>
    SideloadAutoReboot,

    /// <summary>The recovery's menu again after a sideload; nothing restarts.</summary>
    RecoveryMenu,

    /// <summary>The downloaded image instead of the one in the boot partition.</summary>
    DownloadedImage,

    Download,
    Edl,
    Off,

    /// <summary>The cable is out; the mode stays.</summary>
    Unplugged,
}
