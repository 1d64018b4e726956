namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>What can move a job.</summary>
public enum JobTrigger
{
    /// <summary>Phone, release and date are all there.</summary>
    BecomeReady,

    /// <summary>The phone was unplugged before anything began.</summary>
    LosePhone,

    /// <summary>The phone was handed back, or its release ended otherwise.</summary>
    LoseRelease,

    /// <summary>The phone is locked: its maker must be asked first, was asked, or has answered.</summary>
    Postpone,

    Offer,

    /// <summary>The station said that it cannot begin.</summary>
    Decline,

    Grant,

    /// <summary>The station was silent for a whole lease.</summary>
    LoseLease,

    /// <summary>The station's journal stops in the middle of the attempt.</summary>
    Interrupt,

    /// <summary>A journal tells of a beginning that this database, restored from a backup, had forgotten.</summary>
    FindBegun,

    /// <summary>The station came back and is still at it.</summary>
    FindRunning,

    /// <summary>A look showed that nothing which can lose data was begun.</summary>
    FindUntouched,

    /// <summary>A look showed that some of it is written.</summary>
    FindHalfWritten,

    /// <summary>A named person closes an interrupted job that no look can settle.</summary>
    GiveUp,

    Succeed,
    Write,
    Fail,

    /// <summary>The station stopped before the point of no return, as it was asked to.</summary>
    ConfirmCancel,

    /// <summary>A person no longer wants it.</summary>
    Cancel,

    Requeue,
}
