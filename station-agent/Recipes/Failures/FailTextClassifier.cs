using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Espero.Station.Recipes.Failures;

/// <summary>
/// Finds the class of what a bootloader, fastbootd or recovery says, or a tool or the kernel says about a phone. Vendors vary in
/// case, quotes, tabs and line ends; the first phrase that the text contains decides, so the narrower phrases stand first.
/// </summary>
public static class FailTextClassifier
{
    // Words that mean a class only when nothing stands around them: the states in which adb lists a phone.
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["unauthorized"] = FailureCode.PhoneNotAuthorized,
        ["authorizing"] = FailureCode.PhoneNotAuthorized,
        ["connecting"] = FailureCode.PhoneNotAuthorized,
        ["offline"] = FailureCode.PhoneOffline,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<(string Phrase, string Code)> Phrases =
    [
        ("low power, need battery charging", FailureCode.BatteryLow),
        ("battery is low", FailureCode.BatteryLow),
        ("battery low", FailureCode.BatteryLow),
        ("low battery", FailureCode.BatteryLow),

        ("flashing unlock is not allowed", FailureCode.OemUnlockNotAllowed),
        ("oem unlock is not allowed", FailureCode.OemUnlockNotAllowed),
        ("check 'allow oem unlock'", FailureCode.OemUnlockNotAllowed),
        ("check allow oem unlock", FailureCode.OemUnlockNotAllowed),
        ("token verification failed", FailureCode.VendorTokenNeeded),
        ("unlock operation is not allowed", FailureCode.UnlockForbidden),

        ("snapshot update is in progress", FailureCode.SnapshotInProgress),
        ("a snapshot update is in progress", FailureCode.SnapshotInProgress),

        // Locked: after the texts above, which contain some of these words.
        ("not supported in locked device", FailureCode.BootloaderLocked),
        ("bootloader is locked", FailureCode.BootloaderLocked),
        ("not allowed in locked state", FailureCode.BootloaderLocked),
        ("not allowed in lock state", FailureCode.BootloaderLocked),
        ("device not unlocked", FailureCode.BootloaderLocked),
        ("partition flashing is not allowed", FailureCode.BootloaderLocked),
        ("device is locked", FailureCode.BootloaderLocked),
        ("not allowed when locked", FailureCode.BootloaderLocked),
        ("on locked devices", FailureCode.BootloaderLocked),
        ("command not allowed", FailureCode.BootloaderLocked),

        ("unknown command", FailureCode.CommandNotSupported),
        ("unrecognized command", FailureCode.CommandNotSupported),
        ("command not supported", FailureCode.CommandNotSupported),
        ("failed to boot into userspace fastboot", FailureCode.CommandNotSupported),

        ("partition doesn't exist", FailureCode.PartitionMissing),
        ("partition does not exist", FailureCode.PartitionMissing),
        ("partition not found", FailureCode.PartitionMissing),
        ("no such partition", FailureCode.PartitionMissing),
        ("unknown partition", FailureCode.PartitionMissing),

        ("not enough space for partition", FailureCode.SuperNeedsWipe),
        ("not enough space to resize partition", FailureCode.SuperNeedsWipe),
        ("unable to build new partition table", FailureCode.SuperNeedsWipe),
        ("old partitions are not compatible with the new super layout", FailureCode.SuperNeedsWipe),

        ("image is too large", FailureCode.ImageTooBig),
        ("size too large", FailureCode.ImageTooBig),
        ("data too large", FailureCode.ImageTooBig),
        ("file is too large", FailureCode.ImageTooBig),
        ("exceeds partition size", FailureCode.ImageTooBig),
        ("image size exceeds", FailureCode.ImageTooBig),

        ("spl downgrade", FailureCode.RollbackRefused),
        ("older than the current build", FailureCode.RollbackRefused),
        ("anti-rollback", FailureCode.RollbackRefused),
        ("rollback index", FailureCode.RollbackRefused),

        ("data transfer failure", FailureCode.CableLost),
        ("status read failed", FailureCode.CableLost),
        ("write to device failed", FailureCode.CableLost),
        ("device descriptor read", FailureCode.CableFaulty),

        // adb and fastboot about their connection.
        ("no permissions", FailureCode.StationNoPermission),
        ("device unauthorized", FailureCode.PhoneNotAuthorized),
        ("doesn't match this client", FailureCode.AdbServerKilled),
        ("killed by remote request", FailureCode.AdbServerKilled),
        ("device offline", FailureCode.PhoneOffline),
        ("couldn't read status", FailureCode.PhoneOffline),

        // Download mode, EDL and boot ROMs.
        ("failed to begin session", FailureCode.OdinSessionLost),
        ("failed to confirm end of file transfer sequence", FailureCode.OdinImageRefused),
        ("sahara in error state", FailureCode.EdlErrorState),
        ("daa_sig_verify_failed", FailureCode.EdlAuthenticationNeeded),
    ];

    /// <summary>A code of <see cref="FailureCatalogue"/>; "phone-refused" for a text that fits none.</summary>
    public static string Classify(string failText)
    {
        var text = Normalise(failText);
        if (IsDownloadRefusedByLock(text))
        {
            return FailureCode.BootloaderLocked;
        }

        if (Words.TryGetValue(text, out var whole))
        {
            return whole;
        }

        foreach (var (phrase, code) in Phrases)
        {
            if (text.Contains(phrase, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return FailureCode.PhoneRefused;
    }

    // "download for partition 'X' is not allowed": the partition's name stands in the middle.
    private static bool IsDownloadRefusedByLock(string text) =>
        text.StartsWith("download for partition", StringComparison.Ordinal)
        && text.Contains("is not allowed", StringComparison.Ordinal);

    private static string Normalise(string failText)
    {
        var text = failText.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').ToLowerInvariant();
        var words = text.Split([' ', '\t', '\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim('\'', '"', ' ', '.');
    }
}
