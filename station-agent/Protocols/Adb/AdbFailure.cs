namespace Espero.Station.Protocols.Adb;

/// <summary>Why an adb operation did not do what was asked, and whose side to look at.</summary>
public enum AdbFailure
{
    /// <summary>The program adb is not installed, or cannot be run. For whoever maintains the station.</summary>
    ProgramMissing,

    /// <summary>The folder, the key or the port of our adb server cannot be used. For whoever maintains the station.</summary>
    ServerUnusable,

    /// <summary>Our adb server does not answer on its port. It is started again by its owner; try later.</summary>
    ServerGone,

    /// <summary>The connection broke in the middle: the phone left, its cable moved, or the server died.</summary>
    ConnectionLost,

    /// <summary>Nothing came, or nothing was taken, for longer than the time limit.</summary>
    Silent,

    /// <summary>No such phone is listed, or it could not be reached over the network.</summary>
    PhoneGone,

    /// <summary>The phone is listed but cannot be spoken to yet: offline, connecting, authorizing.</summary>
    PhoneNotReady,

    /// <summary>A person has not accepted this station's key on the phone's screen.</summary>
    Unauthorized,

    /// <summary>The station may not open the phone's USB device (udev rules). For whoever maintains the station.</summary>
    NoPermission,

    /// <summary>The server or the phone said no; the text is its own.</summary>
    Refused,

    /// <summary>A peer broke the protocol; nothing more was read from it.</summary>
    Nonsense,

    /// <summary>A command printed more than the limit.</summary>
    TooMuchOutput,

    /// <summary>The file to send could not be read, or changed while it was sent.</summary>
    FileUnreadable,

    /// <summary>The file on the phone is not the one that was sent.</summary>
    ArrivedDifferent,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
