using System.Collections.Immutable;
using Espero.VirtualPhone.State;
using static Espero.VirtualPhone.Faults.FaultCatalogue;

namespace Espero.VirtualPhone.Faults;

/// <summary>While something is being written.</summary>
internal static class WriteFaults
{
    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        OfPhone("phone-refused", "flash is refused in words that nobody knows.", Refuses("flash:", "error 0x17 in stage 4")),
        OfPhone("command-not-supported", "flash is an unknown command.", Refuses("flash:", "unknown command")),
        OfPhone("partition-missing", "No partition exists when it is written.", Refuses("flash:", "Partition doesn't exist")),
        OfPhone("image-too-big", "Every image is bigger than its partition.", Refuses("flash:", "Image size exceeds partition size")),
        OfPhone("super-needs-wipe", "Super has no room, and its layout needs a wipe.", Does(Misbehaviour.SuperIsFull)),
        OfPhone(
            "snapshot-in-progress",
            "An update is being merged, and the merge never ends.",
            new ConditionFault { Snapshot = SnapshotStatus.Merging },
            Does(Misbehaviour.MergeNeverEnds)),
        OfPhone("wrong-slot", "set_active is answered with OKAY, and the slot stays.", Does(Misbehaviour.IgnoresSlot)),
        OfPhone("sideload-incomplete", "The recovery stops asking when it has half of the package.", Does(Misbehaviour.SideloadBreaksOff)),
        OfPhone(
            "package-refused",
            "The recovery takes the whole package, installs nothing, and says that all is well.",
            Does(Misbehaviour.PackagesAreRefused)),
        OfPhone(
            "signature-prompt-hidden",
            "The recovery asks a question that nobody sees, and refuses the package without a word.",
            Does(Misbehaviour.PackagesNeedConsent)),
        OfPhone(
            "recovery-not-ours",
            "Instead of the recovery the system starts.",
            new LandingFault(PhoneMode.Recovery, PhoneMode.System)),
    ];
}
