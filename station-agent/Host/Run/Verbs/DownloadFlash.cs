using Espero.Plan.V1;
using Espero.Station.Protocols.Odin;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Writes one file to one partition in Samsung's download mode. Never tried again by itself: after a failure the phone must enter
/// the mode anew, which takes a person.
/// </summary>
internal static class DownloadFlash
{
    private const int WholePercent = 100;

    /// <param name="imagePath">The file, whose hash was checked.</param>
    /// <param name="progress">Told how many bytes are sent, as heimdall's percentages say.</param>
    public static async Task<StepEnd> RunAsync(
        DownloadTalk talk, Flash flash, string imagePath, Action<long> progress, CancellationToken cancellationToken)
    {
        if (flash.Slot is not Slot.Unspecified)
        {
            return StepEnd.Failed(FailureCode.WrongSlot, $"The step names a slot of {flash.Partition}; download mode knows none.");
        }

        if (flash.DisableVerity || flash.DisableVerification)
        {
            return StepEnd.Failed(
                FailureCode.CommandNotSupported, "Download mode writes an image as it is; take one whose flags are already as wanted.");
        }

        var imageBytes = new FileInfo(imagePath).Length;
        var written = await talk.FlashAsync(
            flash.Partition, imagePath, new Forward<OdinProgress>(sent => progress(imageBytes * sent.Percent / WholePercent)), cancellationToken);
        return written.Succeeded ? StepEnd.Wrote(imageBytes) : StepEnd.Of(written.Error);
    }
}
