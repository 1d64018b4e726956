namespace Espero.VirtualPhone.Faults;

/// <summary>The words of the command line for what a whole phone does wrong.</summary>
internal static class MisbehaviourName
{
    public const string All =
        "never-starts, starts-old-system, ignores-wipes, ignores-lock, ignores-slot, ignores-restarts, merge-never-ends, " +
        "super-is-full, adb-is-mute, sideload-breaks-off, packages-are-refused, packages-need-consent, is-carrier-locked, is-absent";

    public static Misbehaviour? Find(string name) => name switch
    {
        "never-starts" => Misbehaviour.NeverStarts,
        "starts-old-system" => Misbehaviour.StartsOldSystem,
        "ignores-wipes" => Misbehaviour.IgnoresWipes,
        "ignores-lock" => Misbehaviour.IgnoresLock,
        "ignores-slot" => Misbehaviour.IgnoresSlot,
        "ignores-restarts" => Misbehaviour.IgnoresRestarts,
        "merge-never-ends" => Misbehaviour.MergeNeverEnds,
        "super-is-full" => Misbehaviour.SuperIsFull,
        "adb-is-mute" => Misbehaviour.AdbIsMute,
        "sideload-breaks-off" => Misbehaviour.SideloadBreaksOff,
        "packages-are-refused" => Misbehaviour.PackagesAreRefused,
        "packages-need-consent" => Misbehaviour.PackagesNeedConsent,
        "is-carrier-locked" => Misbehaviour.IsCarrierLocked,
        "is-absent" => Misbehaviour.IsAbsent,
        _ => null,
    };
}
