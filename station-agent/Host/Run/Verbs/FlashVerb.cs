using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Run.Verbs;

/// <summary>Writes one file to one partition, in every slot the step names.</summary>
internal static class FlashVerb
{
    /// <param name="imagePath">The file, whose hash was checked.</param>
    /// <param name="progress">Told how many bytes of all copies together are sent.</param>
    public static async Task<StepEnd> RunAsync(
        FastbootSession session, Flash flash, string imagePath, Action<long> progress, CancellationToken cancellationToken)
    {
        var (partitions, end) = await PartitionNames.FindAsync(session, flash.Partition, flash.Slot, cancellationToken);
        using var image = System.IO.File.OpenHandle(imagePath);
        var imageBytes = RandomAccess.GetLength(image);
        var writtenBytes = 0L;
        foreach (var partition in partitions)
        {
            var before = writtenBytes;
            var sending = new Forward<FlashProgress>(sent => progress(before + sent.DoneBytes));
            end = await WriteAsync(new ImageFlasher(session), partition, flash, image, sending, cancellationToken);
            if (!end.LetsGoOn)
            {
                return end;
            }

            writtenBytes += imageBytes;
        }

        return end.LetsGoOn ? StepEnd.Wrote(writtenBytes) : end;
    }

    private static async Task<StepEnd> WriteAsync(
        ImageFlasher flasher,
        string partition,
        Flash flash,
        SafeFileHandle image,
        IProgress<FlashProgress> progress,
        CancellationToken cancellationToken)
    {
        var asked = await flasher.AskAsync(partition, cancellationToken);
        if (!asked.Succeeded)
        {
            return asked.ToStepEnd();
        }

        var order = asked.Value with { NeverSplit = flash.Raw, VbmetaFlags = FlagsOf(flash) };
        return (await flasher.FlashAsync(image, order, progress, cancellationToken)).ToStepEnd();
    }

    private static VbmetaFlags FlagsOf(Flash flash) =>
        (flash.DisableVerity ? VbmetaFlags.DisableVerity : VbmetaFlags.None)
        | (flash.DisableVerification ? VbmetaFlags.DisableVerification : VbmetaFlags.None);
}
