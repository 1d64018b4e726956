namespace Espero.Station.Protocols.Usb;

/// <summary>What hangs on a port, judged by its descriptors alone.</summary>
public enum UsbPhoneKind
{
    /// <summary>Nothing that is known: perhaps no phone at all.</summary>
    Unknown,

    /// <summary>A bootloader or fastbootd that speaks fastboot.</summary>
    Fastboot,

    /// <summary>Android, a recovery or a sideload that speaks adb.</summary>
    Adb,

    /// <summary>A Samsung phone in download mode (Odin).</summary>
    SamsungDownload,

    /// <summary>A Qualcomm phone in emergency download (EDL, 9008): its screen stays black.</summary>
    QualcommEdl,

    /// <summary>A MediaTek phone whose boot ROM waits.</summary>
    MediaTekBootRom,

    /// <summary>A MediaTek phone whose preloader waits, usually for a few seconds only.</summary>
    MediaTekPreloader,

    /// <summary>A running phone that offers its pictures, its modem or nothing: USB debugging is off.</summary>
    WithoutDebugging,
}
