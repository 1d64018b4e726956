namespace Espero.Station.Protocols.Odin;

/// <summary>Why an operation in Samsung's download mode did not do what was asked, and whose side to look at.</summary>
public enum OdinFailure
{
    /// <summary>No phone in download mode can be reached.</summary>
    NotFound,

    /// <summary>The station may not open the phone (udev), or another program holds it.</summary>
    NoPermission,

    /// <summary>The conversation broke or never began. The phone must enter download mode anew before anything else.</summary>
    SessionLost,

    /// <summary>The phone took the bytes and refused them: signature, OEM lock, RMM or KG state. Its screen says why.</summary>
    ImageRejected,

    /// <summary>Nothing happened for too long. The phone must enter download mode anew.</summary>
    Silent,

    /// <summary>The phone has no such partition, or more than one. Nothing was sent.</summary>
    PartitionAbsent,

    /// <summary>The image is larger than its partition. Nothing was sent.</summary>
    ImageTooBig,

    /// <summary>The image cannot be read. Nothing was sent.</summary>
    ImageUnreadable,

    /// <summary>The phone's partition table contradicts itself.</summary>
    Nonsense,

    /// <summary>heimdall is not installed.</summary>
    ProgramMissing,

    /// <summary>heimdall ended in a way that nobody has seen before.</summary>
    ToolFailed,

    /// <summary>The caller cancelled. If an operation was under way, the phone must enter download mode anew.</summary>
    Cancelled,
}
