namespace Espero.Station.Recipes.Failures;

/// <summary>The codes of the failure classes. They are stored and sent: a code is only ever added, never renamed.</summary>
public static class FailureCode
{
    // Between the station and the phone.
    public const string PhoneNotSeen = "phone-not-seen";
    public const string CableFaulty = "cable-faulty";
    public const string CableLost = "cable-lost";
    public const string PhoneUnplugged = "phone-unplugged";
    public const string PhoneSilent = "phone-silent";
    public const string ProtocolNonsense = "protocol-nonsense";
    public const string ModeNotReached = "mode-not-reached";
    public const string PhoneNotAuthorized = "phone-not-authorized";
    public const string DebuggingOff = "debugging-off";
    public const string PhoneOffline = "phone-offline";
    public const string PhoneHeldByOtherProgram = "phone-held-by-other-program";
    public const string AdbServerKilled = "adb-server-killed";
    public const string SeveralInDownloadMode = "several-in-download-mode";
    public const string EmergencyMode = "emergency-mode";

    // The phone is not what the plan is for.
    public const string WrongPhone = "wrong-phone";
    public const string AmbiguousVariant = "ambiguous-variant";
    public const string PhoneNotIdentified = "phone-not-identified";
    public const string SerialNotUnique = "serial-not-unique";
    public const string PhoneChanged = "phone-changed";
    public const string RequirementNotMet = "requirement-not-met";
    public const string AssertionFailed = "assertion-failed";
    public const string RollbackRefused = "rollback-refused";

    // Batteries and power.
    public const string BatteryLow = "battery-low";
    public const string BatteryHot = "battery-hot";
    public const string BatterySwollen = "battery-swollen";
    public const string PortOverCurrent = "port-over-current";
    public const string HubPowerLow = "hub-power-low";

    // What the bootloader allows.
    public const string BootloaderLocked = "bootloader-locked";
    public const string OemUnlockNotAllowed = "oem-unlock-not-allowed";
    public const string UnlockForbidden = "unlock-forbidden";
    public const string VendorTokenNeeded = "vendor-token-needed";
    public const string PromptNotConfirmed = "prompt-not-confirmed";
    public const string RelockRefused = "relock-refused";
    public const string LockDidNotTake = "lock-did-not-take";

    // While something is being written.
    public const string PhoneRefused = "phone-refused";
    public const string CommandNotSupported = "command-not-supported";
    public const string PartitionForbidden = "partition-forbidden";
    public const string PartitionMissing = "partition-missing";
    public const string ImageTooBig = "image-too-big";
    public const string SuperNeedsWipe = "super-needs-wipe";
    public const string SnapshotInProgress = "snapshot-in-progress";
    public const string WrongSlot = "wrong-slot";
    public const string SideloadIncomplete = "sideload-incomplete";
    public const string PackageRefused = "package-refused";
    public const string SignaturePromptHidden = "signature-prompt-hidden";
    public const string RecoveryNotOurs = "recovery-not-ours";
    public const string OdinSessionLost = "odin-session-lost";
    public const string OdinImageRefused = "odin-image-refused";
    public const string EdlErrorState = "edl-error-state";
    public const string EdlAuthenticationNeeded = "edl-authentication-needed";

    // After everything is written.
    public const string BootFailed = "boot-failed";
    public const string WrongSystemBooted = "wrong-system-booted";
    public const string DataNotWiped = "data-not-wiped";

    // The build's files on their way to the station.
    public const string ImageCorrupt = "image-corrupt";
    public const string ImageUnreadable = "image-unreadable";
    public const string DownloadFailed = "download-failed";
    public const string FileMissing = "file-missing";

    // The station's own troubles.
    public const string StationDiskFull = "station-disk-full";
    public const string StationMemoryShort = "station-memory-short";
    public const string StationClockWrong = "station-clock-wrong";
    public const string StationNoPermission = "station-no-permission";
    public const string StationProgramMissing = "station-program-missing";
    public const string StationStopped = "station-stopped";
    public const string Interrupted = "interrupted";
    public const string StationFault = "station-fault";

    // The plan, and the people it needs.
    public const string VerbNotSupported = "verb-not-supported";
    public const string PlanUnreadable = "plan-unreadable";
    public const string ReleaseMissing = "release-missing";
    public const string HandsNotDone = "hands-not-done";
    public const string Cancelled = "cancelled";
    public const string GivenUp = "given-up";
}
