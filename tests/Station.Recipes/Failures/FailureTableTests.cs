using Espero.Station.Recipes.Failures;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Tests.Failures;

/// <summary>Every known way in which a flash fails, by its number in the field notes, with its rule for a second try.</summary>
public sealed class FailureTableTests
{
    [Theory]
    [InlineData("F01", Safe, FailureCode.PhoneNotSeen)]
    [InlineData("F02", AfterHands, FailureCode.CableFaulty)]
    [InlineData("F03", AfterHands, FailureCode.DebuggingOff)]
    [InlineData("F04", Never, FailureCode.StationNoPermission)]
    [InlineData("F05", Safe, FailureCode.PhoneNotAuthorized)]
    [InlineData("F06", Safe, FailureCode.PhoneOffline)]
    [InlineData("F07", Safe, FailureCode.PhoneHeldByOtherProgram)]
    [InlineData("F08", AfterKnownMode, FailureCode.AdbServerKilled)]
    [InlineData("F09", Never, FailureCode.WrongPhone)]
    [InlineData("F10", Never, FailureCode.AmbiguousVariant)]
    [InlineData("F11", Safe, FailureCode.BatteryLow)]
    [InlineData("F12", AfterHands, FailureCode.OemUnlockNotAllowed)]
    [InlineData("F13", Never, FailureCode.UnlockForbidden)]
    [InlineData("F14", AfterHands, FailureCode.VendorTokenNeeded)]
    [InlineData("F15", Safe, FailureCode.PromptNotConfirmed)]
    [InlineData("F16", AfterKnownMode, FailureCode.BootloaderLocked)]
    [InlineData("F17", Never, FailureCode.CommandNotSupported)]
    [InlineData("F18", Never, FailureCode.PartitionMissing)]
    [InlineData("F19, a partition of its own", Never, FailureCode.ImageTooBig)]
    [InlineData("F19, super", AfterKnownMode, FailureCode.SuperNeedsWipe)]
    [InlineData("F20", Safe, FailureCode.SnapshotInProgress)]
    [InlineData("F21", AfterKnownMode, FailureCode.WrongSlot)]
    [InlineData("F22", Never, FailureCode.RollbackRefused)]
    [InlineData("F23", Never, FailureCode.RequirementNotMet)]
    [InlineData("F24", Safe, FailureCode.ImageCorrupt)]
    [InlineData("F25", AfterKnownMode, FailureCode.CableLost)]
    [InlineData("F26", AfterKnownMode, FailureCode.PhoneSilent)]
    [InlineData("F27", AfterKnownMode, FailureCode.ProtocolNonsense)]
    [InlineData("F29", AfterKnownMode, FailureCode.SideloadIncomplete)]
    [InlineData("F30", Never, FailureCode.PackageRefused)]
    [InlineData("F31", AfterHands, FailureCode.SignaturePromptHidden)]
    [InlineData("F32", AfterKnownMode, FailureCode.RecoveryNotOurs)]
    [InlineData("F33", AfterKnownMode, FailureCode.OdinSessionLost)]
    [InlineData("F34", Never, FailureCode.OdinImageRefused)]
    [InlineData("F35", AfterKnownMode, FailureCode.EdlErrorState)]
    [InlineData("F36", Never, FailureCode.EdlAuthenticationNeeded)]
    [InlineData("F37", AfterKnownMode, FailureCode.BootFailed)]
    [InlineData("F38", Never, FailureCode.WrongSystemBooted)]
    [InlineData("F39", AfterKnownMode, FailureCode.DataNotWiped)]
    [InlineData("F40", Never, FailureCode.RelockRefused)]
    [InlineData("F41", AfterHands, FailureCode.LockDidNotTake)]
    [InlineData("F42, disk", Safe, FailureCode.StationDiskFull)]
    [InlineData("F42, memory", Safe, FailureCode.StationMemoryShort)]
    [InlineData("F42, clock", Safe, FailureCode.StationClockWrong)]
    [InlineData("F42, network", Safe, FailureCode.DownloadFailed)]
    [InlineData("F42, power", AfterHands, FailureCode.HubPowerLow)]
    [InlineData("F43", AfterKnownMode, FailureCode.PhoneUnplugged)]
    [InlineData("heat", AfterHands, FailureCode.BatteryHot)]
    [InlineData("swollen", Never, FailureCode.BatterySwollen)]
    [InlineData("over-current", AfterHands, FailureCode.PortOverCurrent)]
    public void A_known_failure_has_its_class_and_its_rule(string number, RetryRule retry, string code)
    {
        var failure = FailureCatalogue.Find(code);

        Assert.NotNull(failure);
        Assert.True(retry == failure.Retry, $"{number}: {failure.Retry}");
    }
}
