namespace Espero.Station.Protocols.Fastboot;

/// <summary>Why a fastboot operation did not do what was asked, and whose side to look at.</summary>
public enum FastbootFailure
{
    /// <summary>The connection could not be made or broke. The session is over.</summary>
    CableLost,

    /// <summary>The system does not let this program open the phone on its USB port. Nothing was sent.</summary>
    NoPermission,

    /// <summary>Another program, or another session, holds the phone on its USB port. Nothing was sent.</summary>
    HeldByOther,

    /// <summary>This machine lacks the library that USB needs. Nothing was sent.</summary>
    LibraryMissing,

    /// <summary>The phone said nothing, or took no byte, for longer than its time limit. The session is over.</summary>
    Silent,

    /// <summary>The phone answered FAIL; the text is the phone's own. The session goes on.</summary>
    PhoneRefused,

    /// <summary>The phone broke the protocol; nothing it says can be trusted any more. The session is over.</summary>
    Nonsense,

    /// <summary>The command is longer than this phone's bootloader takes. Nothing was sent.</summary>
    CommandTooLong,

    /// <summary>The image could not be read, or changed while it was sent.</summary>
    ImageUnreadable,

    /// <summary>The image says it is sparse and contradicts itself. Nothing was sent.</summary>
    ImageMalformed,

    /// <summary>The image does not fit the partition, or may not be split and exceeds a download. Nothing was sent.</summary>
    ImageTooBig,

    /// <summary>What the phone sends could not be kept: the disk is full, or the target is gone. The session is over.</summary>
    TargetUnwritable,

    /// <summary>The caller cancelled. If a command was under way, the session is over.</summary>
    Cancelled,

    /// <summary>An earlier failure, or a reboot, ended this session; connect again.</summary>
    SessionOver,
}
