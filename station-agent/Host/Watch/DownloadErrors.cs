using Espero.Station.Protocols.Odin;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Which class of the catalogue a failure in Samsung's download mode belongs to.</summary>
internal static class DownloadErrors
{
    public static TalkError ToTalkError(this OdinError error) => new(ClassOf(error), error.Text);

    /// <summary>Whether the phone must enter download mode anew before anything more can be asked of it.</summary>
    public static bool EndsTheStay(this OdinError error) => error.Failure switch
    {
        OdinFailure.SessionLost or OdinFailure.ImageRejected or OdinFailure.Silent or OdinFailure.ToolFailed
            or OdinFailure.Cancelled => true,
        OdinFailure.NotFound or OdinFailure.NoPermission or OdinFailure.PartitionAbsent or OdinFailure.ImageTooBig
            or OdinFailure.ImageUnreadable or OdinFailure.Nonsense or OdinFailure.ProgramMissing => false,
    };

    private static string ClassOf(OdinError error) => error.Failure switch
    {
        OdinFailure.NotFound => FailureCode.PhoneNotSeen,
        OdinFailure.NoPermission => FailureCode.StationNoPermission,
        OdinFailure.SessionLost => FailureCode.OdinSessionLost,
        OdinFailure.ImageRejected => FailureCode.OdinImageRefused,
        OdinFailure.Silent => FailureCode.PhoneSilent,
        OdinFailure.PartitionAbsent => FailureCode.PartitionMissing,
        OdinFailure.ImageTooBig => FailureCode.ImageTooBig,
        OdinFailure.ImageUnreadable => FailureCode.ImageUnreadable,
        OdinFailure.Nonsense => FailureCode.ProtocolNonsense,
        OdinFailure.ProgramMissing => FailureCode.StationProgramMissing,
        OdinFailure.ToolFailed => FailureCode.StationFault,
        OdinFailure.Cancelled => FailureCode.Cancelled,
    };
}
