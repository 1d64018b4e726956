namespace Espero.Station.Protocols.Fastboot;

/// <summary>How an update that hangs between two systems is brought to an end.</summary>
public enum SnapshotEnd
{
    /// <summary>The old system stays.</summary>
    Cancel,

    /// <summary>The new system's blocks are moved to their place; takes minutes.</summary>
    Merge,
}
