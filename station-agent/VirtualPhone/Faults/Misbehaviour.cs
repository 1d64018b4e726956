namespace Espero.VirtualPhone.Faults;

/// <summary>Things that a whole phone does wrong for as long as it runs.</summary>
public enum Misbehaviour
{
    /// <summary>The system never starts, whatever is in the slot: tries are spent, then the phone falls back.</summary>
    NeverStarts,

    /// <summary>The system that starts is the one the phone was delivered with.</summary>
    StartsOldSystem,

    /// <summary>Wipes are answered with OKAY, and the owner's data stays.</summary>
    IgnoresWipes,

    /// <summary>Locking and unlocking wait for keys that nobody presses.</summary>
    IgnoresLock,

    /// <summary><c>set_active</c> is answered with OKAY, and the slot stays.</summary>
    IgnoresSlot,

    /// <summary>A bootloader answers restarts with OKAY and stays.</summary>
    IgnoresRestarts,

    /// <summary>A snapshot is being merged and never done.</summary>
    MergeNeverEnds,

    /// <summary>Super has no free byte, and its layout cannot be changed without a wipe.</summary>
    SuperIsFull,

    /// <summary>adb takes connections and never answers them: an adb server shows the phone as offline.</summary>
    AdbIsMute,

    /// <summary>A sideload ends when half of the package has been read.</summary>
    SideloadBreaksOff,

    /// <summary>The recovery reads the whole package, says so, and installs nothing.</summary>
    PackagesAreRefused,

    /// <summary>The recovery asks on its screen whether to install, and nobody sees the question.</summary>
    PackagesNeedConsent,

    /// <summary>Unlocking is refused for good, whatever the owner allows.</summary>
    IsCarrierLocked,

    /// <summary>The phone is not there until somebody holds its keys.</summary>
    IsAbsent,
}
