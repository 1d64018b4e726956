using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Sparse;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Images;

/// <summary>Writes one image, raw or sparse, to one partition: whole if it fits a download, otherwise in parts.</summary>
public sealed class ImageFlasher(FastbootSession session)
{
    // AOSP fastboot.cpp, RESPARSE_LIMIT: no part is larger, whatever the phone would take.
    private const long MaxPartBytes = 1L << 30;

    /// <summary>Asks the phone all that an order says: the largest download, and the partition's kind and size.</summary>
    /// <param name="partition">The name the bootloader knows, its slot's suffix included.</param>
    public async Task<FastbootResult<FlashOrder>> AskAsync(string partition, CancellationToken cancellationToken)
    {
        var maxDownload = await session.GetMaxDownloadSizeAsync(cancellationToken);
        if (!maxDownload.Succeeded)
        {
            return maxDownload.Error;
        }

        var isLogical = await session.IsLogicalAsync(partition, cancellationToken);
        if (!isLogical.Succeeded)
        {
            return isLogical.Error;
        }

        var size = await session.GetPartitionSizeAsync(partition, cancellationToken);
        return size.Succeeded
            ? new FlashOrder(partition)
            {
                MaxDownloadSizeBytes = maxDownload.Value,
                PartitionSizeBytes = size.Value,
                IsLogical = isLogical.Value,
            }
            : size.Error;
    }

    /// <summary>Sends an image into the phone's memory only: for <c>boot</c>, and for <c>update-super</c>.</summary>
    /// <param name="maxDownloadBytes">The phone's <c>max-download-size</c>; null where it names none.</param>
    public async Task<FastbootResult<string>> StageAsync(
        SafeFileHandle image, long? maxDownloadBytes, IProgress<FlashProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var file = ImageFile.Open(image);
            return file.LengthBytes > maxDownloadBytes
                ? new FastbootError(FastbootFailure.ImageTooBig, $"The image has {file.LengthBytes} bytes, one download takes {maxDownloadBytes}.")
                : await session.DownloadAsync(
                    new FileDownload(file), ImagePartProgress.Of(progress, file.LengthBytes, 0, 1, file.LengthBytes), cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return new FastbootError(FastbootFailure.ImageUnreadable, unreadable.Message);
        }
    }

    /// <summary>
    /// Checks the whole image against the partition and the format before the first byte is sent; then sends and writes it.
    /// A failure in the middle leaves the partition half written: flash the image again from its beginning.
    /// </summary>
    /// <param name="image">A seekable file; it stays the caller's.</param>
    /// <returns>The text of the phone's last OKAY.</returns>
    public async Task<FastbootResult<string>> FlashAsync(
        SafeFileHandle image, FlashOrder order, IProgress<FlashProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var file = ImageFile.Open(image);
            var shape = ImageShape.Of(file);
            if (order.VbmetaFlags == VbmetaFlags.None)
            {
                return await SendAsync(file, shape, order, progress, cancellationToken);
            }

            return !shape.IsSparse && VbmetaPatch.Find(file, order.VbmetaFlags) is { } patch
                ? await SendAsync(file.With(patch), shape, order, progress, cancellationToken)
                : new FastbootError(FastbootFailure.ImageMalformed, "The image has no vbmeta struct whose flags could be set.");
        }
        catch (SparseFormatException malformed)
        {
            return new FastbootError(FastbootFailure.ImageMalformed, malformed.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return new FastbootError(FastbootFailure.ImageUnreadable, unreadable.Message);
        }
    }

    private async Task<FastbootResult<string>> SendAsync(
        ImageFile image, ImageShape shape, FlashOrder order, IProgress<FlashProgress>? progress, CancellationToken cancellationToken)
    {
        // The size of a download is eight hexadecimal digits.
        var maxDownloadBytes = Math.Min(order.MaxDownloadSizeBytes ?? uint.MaxValue, uint.MaxValue);
        long? maxPartBytes = shape.FileBytes <= maxDownloadBytes ? null : Math.Min(maxDownloadBytes, MaxPartBytes);
        if (shape.Objection(order, maxDownloadBytes, maxPartBytes) is { } objection)
        {
            return new FastbootError(FastbootFailure.ImageTooBig, objection);
        }

        var runs = maxPartBytes is null ? null : shape.OpenRuns(image);
        if (runs is not null && ImageSplitter.SmallestLimitBytes(runs.BlockSizeBytes) > maxPartBytes)
        {
            return new FastbootError(FastbootFailure.ImageTooBig, $"One download takes {maxPartBytes} bytes, less than a block of the image.");
        }

        if (order.IsLogical && await ResizeAsync(order.Partition, shape.PaddedBytes, cancellationToken) is { Succeeded: false } refused)
        {
            return refused;
        }

        if (runs is null || maxPartBytes is not { } partBytes)
        {
            var whole = new FileDownload(image);
            var sending = ImagePartProgress.Of(progress, shape.FileBytes, 0, 1, whole.SizeBytes);
            return await SendPartAsync(whole, order, sending, cancellationToken);
        }

        return await SendPartsAsync(new ImageSplitter(image, runs, partBytes), shape, order, progress, cancellationToken);
    }

    // To nothing first: the room it has now may be part of the room it needs.
    private async Task<FastbootResult<string>> ResizeAsync(string partition, long sizeBytes, CancellationToken cancellationToken)
    {
        var emptied = await session.ResizeLogicalPartitionAsync(partition, 0, cancellationToken);
        return emptied.Succeeded ? await session.ResizeLogicalPartitionAsync(partition, sizeBytes, cancellationToken) : emptied;
    }

    private async Task<FastbootResult<string>> SendPartsAsync(
        ImageSplitter splitter, ImageShape shape, FlashOrder order, IProgress<FlashProgress>? progress, CancellationToken cancellationToken)
    {
        FastbootResult<string> answer = "";
        var done = 0.0;
        while (answer.Succeeded && splitter.Next() is { } part)
        {
            var sending = ImagePartProgress.Of(progress, shape.FileBytes, done, part.ReachesTo, part.SizeBytes);
            answer = await SendPartAsync(part, order, sending, cancellationToken);
            done = part.ReachesTo;
        }

        return answer;
    }

    private async Task<FastbootResult<string>> SendPartAsync(
        IDownloadSource part, FlashOrder order, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var sent = await session.DownloadAsync(part, progress, cancellationToken);
        return sent.Succeeded ? await session.FlashAsync(order.Partition, cancellationToken) : sent;
    }
}
