namespace Espero.Station.Protocols.Adb;

/// <summary>Where a reboot leads (AOSP adb/SERVICES.TXT, "reboot:"; the last two are vendors' own).</summary>
public enum AdbRebootTarget
{
    System,
    Bootloader,

    /// <summary>The bootloader's successor in the recovery, from Android 10 on; an older phone restarts into its system.</summary>
    Fastbootd,

    Recovery,

    /// <summary>The recovery, waiting for a package.</summary>
    Sideload,

    /// <summary>Likewise, and it restarts by itself afterwards, even when the package was refused.</summary>
    SideloadAutoReboot,

    /// <summary>Samsung's download mode.</summary>
    Download,

    /// <summary>Qualcomm's emergency mode.</summary>
    Edl,
}
