using Espero.Station.Protocols.Adb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Which class of the catalogue a failure of adb belongs to.</summary>
internal static class AdbErrors
{
    public static TalkError ToTalkError(this AdbError error) => new(ClassOf(error), error.Text);

    private static string ClassOf(AdbError error) => error.Failure switch
    {
        AdbFailure.ProgramMissing => FailureCode.StationProgramMissing,
        AdbFailure.ServerUnusable => FailureCode.StationFault,
        AdbFailure.ServerGone => FailureCode.AdbServerKilled,
        AdbFailure.ConnectionLost => FailureCode.CableLost,
        AdbFailure.Silent => FailureCode.PhoneSilent,
        AdbFailure.PhoneGone => FailureCode.PhoneNotSeen,
        AdbFailure.PhoneNotReady => FailureCode.PhoneOffline,
        AdbFailure.Unauthorized => FailureCode.PhoneNotAuthorized,
        AdbFailure.NoPermission => FailureCode.StationNoPermission,
        AdbFailure.Refused => FailTextClassifier.Classify(error.Text),
        AdbFailure.Nonsense or AdbFailure.TooMuchOutput => FailureCode.ProtocolNonsense,
        AdbFailure.FileUnreadable => FailureCode.ImageUnreadable,
        AdbFailure.ArrivedDifferent => FailureCode.ImageCorrupt,
        AdbFailure.Cancelled => FailureCode.Cancelled,
    };
}
