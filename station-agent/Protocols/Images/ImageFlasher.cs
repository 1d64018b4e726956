using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Sparse;
using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Protocols.Images;

/// <summary>Writes one image, raw or sparse, to one partition: whole if it fits a download, otherwise in parts.</summary>
public sealed class ImageFlasher(FastbootSession session)
{
    // AOSP fastboot.cpp, RESPARSE_LIMIT: no part is larger, whatever the phone would take.
    private const long MaxPartBytes = 1L << 30;

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
            return await SendAsync(image, ImageShape.Of(image), order, progress, cancellationToken);
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
        SafeFileHandle image, ImageShape shape, FlashOrder order, IProgress<FlashProgress>? progress, CancellationToken cancellationToken)
    {
        // The size of a download is eight hexadecimal digits.
        var maxDownloadBytes = Math.Min(order.MaxDownloadSizeBytes ?? uint.MaxValue, uint.MaxValue);
        long? maxPartBytes = shape.FileBytes <= maxDownloadBytes ? null : Math.Min(maxDownloadBytes, MaxPartBytes);
        if (shape.Objection(order, maxDownloadBytes, maxPartBytes) is { } objection)
        {
            return new FastbootError(FastbootFailure.ImageTooBig, objection);
        }

        if (maxPartBytes is not { } partBytes)
        {
            var whole = new FileDownload(image, shape.FileBytes);
            var sending = ImagePartProgress.Of(progress, shape.FileBytes, 0, 1, whole.SizeBytes);
            return await SendPartAsync(whole, order, sending, cancellationToken);
        }

        var runs = shape.OpenRuns(image);
        return ImageSplitter.SmallestLimitBytes(runs.BlockSizeBytes) > partBytes
            ? new FastbootError(FastbootFailure.ImageTooBig, $"One download takes {partBytes} bytes, less than a block of the image.")
            : await SendPartsAsync(new ImageSplitter(image, shape.FileBytes, runs, partBytes), shape, order, progress, cancellationToken);
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
