using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run;

/// <summary>Which class of the catalogue a failure on the wire belongs to.</summary>
internal static class PhoneErrors
{
    public static StepEnd ToStepEnd(FastbootError error) => error.Failure == FastbootFailure.Cancelled
        ? StepEnd.Cancelled
        : StepEnd.Failed(ClassOf(error), error.Text);

    public static string ClassOf(FastbootError error) => error.Failure switch
    {
        FastbootFailure.CableLost => FailureCode.CableLost,
        FastbootFailure.NoPermission => FailureCode.StationNoPermission,
        FastbootFailure.HeldByOther => FailureCode.PhoneHeldByOtherProgram,
        FastbootFailure.LibraryMissing => FailureCode.StationNoPermission,
        FastbootFailure.SessionOver => FailureCode.CableLost,
        FastbootFailure.Silent => FailureCode.PhoneSilent,
        FastbootFailure.PhoneRefused => FailTextClassifier.Classify(error.Text),
        FastbootFailure.Nonsense => FailureCode.ProtocolNonsense,
        FastbootFailure.CommandTooLong => FailureCode.CommandNotSupported,
        FastbootFailure.ImageUnreadable => FailureCode.ImageUnreadable,
        FastbootFailure.ImageMalformed => FailureCode.ImageCorrupt,
        FastbootFailure.ImageTooBig => FailureCode.ImageTooBig,
        FastbootFailure.Cancelled => FailureCode.Cancelled,
    };
}
