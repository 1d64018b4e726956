using System.Collections.Immutable;

namespace Espero.Station.Recipes.Failures;

/// <summary>
/// Finds the class of a FAIL text of a bootloader or fastbootd. Vendors vary in case, quotes, tabs and line ends; the first
/// phrase that the text contains decides, so the narrower phrases stand first.
/// </summary>
public static class FailTextClassifier
{
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
    ];

    /// <summary>A code of <see cref="FailureCatalogue"/>; "phone-refused" for a text that fits none.</summary>
    public static string Classify(string failText)
    {
        var text = Normalise(failText);
        if (IsDownloadRefusedByLock(text))
        {
            return FailureCode.BootloaderLocked;
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
