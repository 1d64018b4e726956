namespace Espero.VirtualPhone.State;

/// <summary>How far an update of a phone with virtual slots has come (AOSP fastboot/README.md, "snapshot-update-status").</summary>
public enum SnapshotStatus
{
    None,
    Snapshotted,
    Merging,
}
