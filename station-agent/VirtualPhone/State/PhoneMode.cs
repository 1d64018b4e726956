namespace Espero.VirtualPhone.State;

/// <summary>What the phone is doing, and so what it answers to.</summary>
public enum PhoneMode
{
    /// <summary>Waits for fastboot commands; speaks no adb.</summary>
    Bootloader,

    /// <summary>On its way to another mode; every port is closed.</summary>
    Booting,

    /// <summary>The installed system runs; speaks adb if debugging is on.</summary>
    System,

    /// <summary>The recovery's menu; speaks adb.</summary>
    Recovery,

    /// <summary>The recovery waits for a package; speaks only the sideload service of adb.</summary>
    Sideload,

    /// <summary>Fastboot in user space, which knows logical partitions.</summary>
    Fastbootd,

    /// <summary>A maker's download mode; nothing on the network.</summary>
    Download,

    /// <summary>The chip's emergency mode; nothing on the network.</summary>
    Edl,

    /// <summary>Switched off, or not plugged in; only keys bring it back.</summary>
    Off,
}
