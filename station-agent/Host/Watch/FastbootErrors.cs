using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Which class of the catalogue a failure of fastboot belongs to.</summary>
internal static class FastbootErrors
{
    public static TalkError ToTalkError(this FastbootError error) => new(ClassOf(error), error.Text);

    private static string ClassOf(FastbootError error) => error.Failure switch
    {
        FastbootFailure.CableLost => FailureCode.CableLost,
        FastbootFailure.NoPermission => FailureCode.StationNoPermission,
        FastbootFailure.HeldByOther => FailureCode.PhoneHeldByOtherProgram,
        FastbootFailure.LibraryMissing => FailureCode.StationProgramMissing,
        FastbootFailure.SessionOver => FailureCode.CableLost,
        FastbootFailure.Silent => FailureCode.PhoneSilent,
        FastbootFailure.PhoneRefused => FailTextClassifier.Classify(error.Text),
        FastbootFailure.Nonsense => FailureCode.ProtocolNonsense,
        FastbootFailure.CommandTooLong => FailureCode.CommandNotSupported,
        FastbootFailure.ImageUnreadable => FailureCode.ImageUnreadable,
        FastbootFailure.ImageMalformed => FailureCode.ImageUnreadable,
        FastbootFailure.ImageTooBig => FailureCode.ImageTooBig,
        FastbootFailure.TargetUnwritable => FailureCode.StationDiskFull,
        FastbootFailure.Cancelled => FailureCode.Cancelled,
    };
}
