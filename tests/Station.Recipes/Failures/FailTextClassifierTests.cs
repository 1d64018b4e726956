using Espero.Station.Recipes.Failures;

namespace Espero.Station.Recipes.Tests.Failures;

public sealed class FailTextClassifierTests
{
    [Theory]
    [InlineData("low power, need battery charging.", FailureCode.BatteryLow)]
    [InlineData("flashing unlock is not allowed", FailureCode.OemUnlockNotAllowed)]
    [InlineData("oem unlock is not allowed", FailureCode.OemUnlockNotAllowed)]
    [InlineData("Check 'Allow OEM Unlock' in Developer Options", FailureCode.OemUnlockNotAllowed)]
    [InlineData("Check ‘Allow OEM Unlock’ in Developer Options", FailureCode.OemUnlockNotAllowed)]
    [InlineData("Token verification failed", FailureCode.VendorTokenNeeded)]
    [InlineData("not supported in locked device", FailureCode.BootloaderLocked)]
    [InlineData("Bootloader is locked.", FailureCode.BootloaderLocked)]
    [InlineData("\t\"Bootloader is locked\"\n", FailureCode.BootloaderLocked)]
    [InlineData("not allowed in locked state", FailureCode.BootloaderLocked)]
    [InlineData("Flashing is not allowed in Lock State", FailureCode.BootloaderLocked)]
    [InlineData("Device not unlocked cannot flash or erase", FailureCode.BootloaderLocked)]
    [InlineData("Partition flashing is not allowed", FailureCode.BootloaderLocked)]
    [InlineData("Command not allowed", FailureCode.BootloaderLocked)]
    [InlineData("device is locked. Cannot flash images", FailureCode.BootloaderLocked)]
    [InlineData("Fastboot command (set_active:) is not allowed when locked", FailureCode.BootloaderLocked)]
    [InlineData("download for partition 'boot' is not allowed", FailureCode.BootloaderLocked)]
    [InlineData("Flashing is not allowed on locked devices", FailureCode.BootloaderLocked)]
    [InlineData("Erase is not allowed on locked devices", FailureCode.BootloaderLocked)]
    [InlineData("Download is not allowed on locked devices", FailureCode.BootloaderLocked)]
    [InlineData("Command not available on locked devices", FailureCode.BootloaderLocked)]
    [InlineData("unknown command", FailureCode.CommandNotSupported)]
    [InlineData("Unrecognized command getvar:x", FailureCode.CommandNotSupported)]
    [InlineData("Partition doesn't exist", FailureCode.PartitionMissing)]
    [InlineData("partition does not exist", FailureCode.PartitionMissing)]
    [InlineData("Not enough space for partition", FailureCode.SuperNeedsWipe)]
    [InlineData("Not enough space to resize partition", FailureCode.SuperNeedsWipe)]
    [InlineData("Unable to build new partition table; wipe needed", FailureCode.SuperNeedsWipe)]
    [InlineData("Old partitions are not compatible with the new super layout; wipe needed", FailureCode.SuperNeedsWipe)]
    [InlineData("Cannot change slots while a snapshot update is in progress", FailureCode.SnapshotInProgress)]
    [InlineData("Denying OTA because it's SPL downgrade", FailureCode.RollbackRefused)]
    [InlineData("Update package is older than the current build", FailureCode.RollbackRefused)]
    [InlineData("data transfer failure", FailureCode.CableLost)]
    [InlineData("remote says something else", FailureCode.PhoneRefused)]
    [InlineData("", FailureCode.PhoneRefused)]
    public void A_text_of_a_phone_has_its_class(string text, string code) => Assert.Equal(code, FailTextClassifier.Classify(text));
}
