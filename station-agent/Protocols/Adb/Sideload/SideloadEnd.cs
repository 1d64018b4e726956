namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>How a sideload ended. None of these says that anything was installed: only the next boot does.</summary>
public enum SideloadEnd
{
    /// <summary>The phone said that it is done, and had asked for every block.</summary>
    Finished,

    /// <summary>The phone said that it is done before it asked for every block: it refused the package early, or skips parts.</summary>
    FinishedInPart,

    /// <summary>The phone said that it failed.</summary>
    PhoneFailed,

    /// <summary>
    /// The connection closed without a word. With every block taken, the phone may be restarting into what it installed; with
    /// some missing, the package never arrived.
    /// </summary>
    Cut,

    /// <summary>The phone asked for a block that the package does not have, or for something that is no block.</summary>
    Nonsense,

    /// <summary>The phone asked for nothing for too long.</summary>
    Silent,

    /// <summary>The package could not be read to its end, or changed meanwhile.</summary>
    FileUnreadable,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
