namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>Where a job stands. The last four are ends.</summary>
public enum JobState
{
    /// <summary>For a phone, a release, a date or hands: <see cref="WaitsFor"/> says which.</summary>
    Waiting,

    /// <summary>All it needs is there; it starts when its countdown has run and its station has a free slot.</summary>
    Queued,

    /// <summary>A station was asked and may not begin yet.</summary>
    Offered,

    /// <summary>A station may have begun.</summary>
    Granted,

    /// <summary>Nobody knows how far the phone is written: somebody must look.</summary>
    Interrupted,

    /// <summary>The new system was seen running.</summary>
    Succeeded,

    /// <summary>All is written, nothing proves that it runs.</summary>
    Written,

    Failed,
    Cancelled,
}
