using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Images;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>Writes one file to one partition, in every slot the step names.</summary>
internal static class FlashVerb
{
    /// <param name="imagePath">The file, whose hash was checked.</param>
    /// <param name="progress">Told how many bytes of all copies together are sent.</param>
    public static async Task<StepEnd> RunAsync(
        FastbootSession session, Flash flash, string imagePath, Action<long> progress, CancellationToken cancellationToken)
    {
        if (flash.DisableVerity || flash.DisableVerification)
        {
            return StepEnd.Failed(FailureCode.VerbNotSupported, "This station cannot change the flags of a vbmeta image.");
        }

        var (partitions, end) = await PartitionNames.FindAsync(session, flash.Partition, flash.Slot, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        using var image = System.IO.File.OpenHandle(imagePath);
        var imageBytes = RandomAccess.GetLength(image);
        var maxDownload = await session.GetMaxDownloadSizeAsync(cancellationToken);
        if (!maxDownload.Succeeded)
        {
            return StepEnd.Of(maxDownload.Error.ToTalkError());
        }

        var writtenBytes = 0L;
        foreach (var partition in partitions)
        {
            var room = await session.GetPartitionSizeAsync(partition, cancellationToken);
            if (!room.Succeeded)
            {
                return StepEnd.Of(room.Error.ToTalkError());
            }

            var order = new FlashOrder(partition)
            {
                MaxDownloadSizeBytes = maxDownload.Value,
                PartitionSizeBytes = room.Value,
                NeverSplit = flash.Raw,
            };
            var before = writtenBytes;
            var answer = await new ImageFlasher(session).FlashAsync(
                image, order, new Forward(sent => progress(before + sent.DoneBytes)), cancellationToken);
            if (!answer.Succeeded)
            {
                return StepEnd.Of(answer.Error.ToTalkError());
            }

            writtenBytes += imageBytes;
        }

        return StepEnd.Wrote(writtenBytes);
    }

    // Progress<T> would hop to the thread pool and lose the order.
    private sealed class Forward(Action<FlashProgress> report) : IProgress<FlashProgress>
    {
        public void Report(FlashProgress value) => report(value);
    }
}
