using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Asks;

/// <summary>The sentences that recipes ask with, by code. <see cref="AskSentences"/> has their words.</summary>
public static class AskCodes
{
    public const string AllowUnlock = "allow-unlock";
    public const string ConfirmUnlock = "confirm-unlock";
    public const string CheckFirmware = "check-firmware";
    public const string FirmwareAsNamed = "firmware-as-named";
    public const string UpdateAndroid = "update-android";
    public const string DowngradeAndroid = "downgrade-android";
    public const string OpenSideload = "open-sideload";
    public const string BackToRecovery = "back-to-recovery";
    public const string RestartSystem = "restart-system";
    public const string FormatData = "format-data";
    public const string ResetAndSetUp = "reset-and-set-up";
    public const string LeaveDownload = "leave-download";
    public const string StartPhone = "start-phone";
    public const string UnlockAsMakerSays = "unlock-as-maker-says";
    public const string LookWhetherUnlocked = "look-whether-unlocked";
    public const string ConfirmModel = "confirm-model";
    public const string FollowTheSource = "follow-the-source";
    public const string DownloadByHand = "download-by-hand";
    public const string ChooseSystem = "choose-system";
    public const string UnlockCode = "unlock-code";
    public const string DeveloperOptions = "enable-developer-options";
    public const string UsbDebugging = "accept-usb-debugging";
    public const string FileTransfer = "enable-file-transfer";
    public const string ConfirmLock = "confirm-lock";
    public const string SystemRuns = "system-runs";

    /// <summary>For a combination that no data set tells: "into-recovery".</summary>
    public static string KeysInto(string mode) => $"into-{mode}";

    /// <summary><see cref="UpdateAndroid"/> or <see cref="DowngradeAndroid"/> with the version: "update-android-8-0".</summary>
    public static string OfVersion(string code, string version) => $"{code}-{version.Replace('.', '-')}";

    /// <summary>Names the maker's way to open the bootloader.</summary>
    public static string ArrivesUnlocked(UnlockFact unlock) => !unlock.IsStillOffered ? "unlock-no-longer-offered" : unlock.Way switch
    {
        UnlockWay.VendorCode => "unlock-by-code",
        UnlockWay.VendorFile => "unlock-by-file",
        UnlockWay.VendorAccount => "unlock-by-account",
        UnlockWay.DownloadMode => "unlock-by-download-mode",
        UnlockWay.None => "unlock-no-longer-offered",
        UnlockWay.Open or UnlockWay.Command or UnlockWay.OtherTool => "unlock-by-own-way",
    };
}
