using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Fastbootd;

/// <summary>What becomes of an update that is still a snapshot (AOSP fastboot/README.md, "snapshot-update").</summary>
internal sealed class SnapshotCommands(PhoneParts parts)
{
    public Answer Run(string action)
    {
        if (!parts.Phone.State.Unlocked)
        {
            return Answer.Fail("Command not available on locked devices");
        }

        var stuck = parts.Faults.Has(Misbehaviour.MergeNeverEnds);
        switch (action)
        {
            case "cancel" when stuck || parts.Phone.State.Snapshot == SnapshotStatus.Merging:
                return Answer.Fail("Cannot cancel: a snapshot update is in progress");
            case "merge" when stuck:
                return Answer.Fail("Failed to complete snapshot merge: a snapshot update is in progress");
            case "cancel" or "merge":
                parts.Phone.Change(state => state with { Snapshot = SnapshotStatus.None });
                return Answer.Okay();
            default:
                return Answer.Fail("Invalid parameter to snapshot-update");
        }
    }
}
