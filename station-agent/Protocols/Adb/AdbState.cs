namespace Espero.Station.Protocols.Adb;

/// <summary>What the server says of a phone (AOSP adb/adb.cpp, ConnectionState).</summary>
public enum AdbState
{
    /// <summary>A word this version does not know; <see cref="AdbDevice.StateText"/> holds it.</summary>
    Unknown,

    /// <summary>The first packets are under way; wait.</summary>
    Connecting,

    /// <summary>The phone tries the station's key; wait.</summary>
    Authorizing,

    /// <summary>A person has to accept the station's key on the phone's screen.</summary>
    Unauthorized,

    /// <summary>The station may not open the USB device; the text says why.</summary>
    NoPermissions,

    /// <summary>Listed, and not answering: just plugged in, restarting, or hung.</summary>
    Offline,

    /// <summary>A bootloader that speaks adb; rare.</summary>
    Bootloader,

    /// <summary>The running system.</summary>
    Device,

    /// <summary>The recovery, with a shell.</summary>
    Recovery,

    /// <summary>The recovery's rescue mode.</summary>
    Rescue,

    /// <summary>The recovery waits for a package.</summary>
    Sideload,

    /// <summary>Not a phone but a computer.</summary>
    Host,
}
