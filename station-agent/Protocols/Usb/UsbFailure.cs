namespace Espero.Station.Protocols.Usb;

/// <summary>Why a USB operation did not do what was asked.</summary>
public enum UsbFailure
{
    /// <summary>This machine has no libusb. The station is not set up.</summary>
    LibraryMissing,

    /// <summary>The system does not let this program open the device: udev rules are missing. Never mends itself.</summary>
    NoPermission,

    /// <summary>Another program, or another session of this one, holds the interface. Mends itself when that ends.</summary>
    HeldByOther,

    /// <summary>The device was unplugged, restarted or never there.</summary>
    Gone,

    /// <summary>The device refused a transfer (a stall) or the wire garbled it.</summary>
    Broken,

    /// <summary>The device sent more than the protocol allows.</summary>
    Overflow,

    /// <summary>The kernel's memory for transfers is used up (usbcore.usbfs_memory_mb).</summary>
    NoMemory,

    /// <summary>The caller ended the transfer.</summary>
    Cancelled,
}
