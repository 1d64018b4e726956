using System.Buffers;
using System.Globalization;

namespace Espero.Station.Protocols.Fastboot;

/// <content>What the phone sends: a partition, or what an oem command staged. Streamed, never gathered.</content>
public sealed partial class FastbootSession
{
    private const int ReceiveBytes = 1 << 18;

    /// <summary>Takes what the phone has staged (AOSP <c>get_staged</c>).</summary>
    /// <param name="maxBytes">The phone names the size; more than this is refused as nonsense, before a byte is written.</param>
    /// <returns>How many bytes were written to <paramref name="target"/>, which stays the caller's.</returns>
    public Task<FastbootResult<long>> GetStagedAsync(
        Stream target, long maxBytes, IProgress<long>? progress, CancellationToken cancellationToken) =>
        ReceiveAsync("upload", sizeBytes => sizeBytes <= maxBytes, target, progress, cancellationToken);

    /// <summary>
    /// Takes a whole partition, in pieces of the phone's <c>max-fetch-size</c>; only fastbootd of an unlocked phone gives it. A
    /// phone that names no such size, or no size of the partition, is asked for the whole in one piece.
    /// </summary>
    /// <param name="progress">Told how many bytes have arrived.</param>
    /// <returns>How many bytes were written to <paramref name="target"/>, which stays the caller's.</returns>
    public async Task<FastbootResult<long>> FetchAsync(
        string partition, Stream target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var piece = await GetMaxFetchSizeAsync(cancellationToken);
        if (!piece.Succeeded)
        {
            return piece.Error;
        }

        var size = await GetPartitionSizeAsync(partition, cancellationToken);
        return !size.Succeeded ? size.Error
            : (piece.Value, size.Value) is ({ } pieceBytes and > 0, { } sizeBytes)
                ? await FetchPiecesAsync(partition, sizeBytes, Math.Min(pieceBytes, uint.MaxValue), target, progress, cancellationToken)
                : await ReceiveAsync($"fetch:{partition}", _ => true, target, progress, cancellationToken);
    }

    /// <summary>Takes a part of a partition, which must not be larger than the phone's <c>max-fetch-size</c>.</summary>
    public Task<FastbootResult<long>> FetchPartAsync(
        string partition, long offsetBytes, long sizeBytes, Stream target, CancellationToken cancellationToken) =>
        ReceiveAsync(
            string.Create(CultureInfo.InvariantCulture, $"fetch:{partition}:0x{offsetBytes:x8}:0x{sizeBytes:x8}"),
            announcedBytes => announcedBytes == sizeBytes,
            target,
            progress: null,
            cancellationToken);

    private async Task<FastbootResult<long>> FetchPiecesAsync(
        string partition, long sizeBytes, long pieceBytes, Stream target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        for (var doneBytes = 0L; doneBytes < sizeBytes;)
        {
            var wantedBytes = Math.Min(pieceBytes, sizeBytes - doneBytes);
            var received = await ReceiveAsync(
                string.Create(CultureInfo.InvariantCulture, $"fetch:{partition}:0x{doneBytes:x8}:0x{wantedBytes:x8}"),
                announcedBytes => announcedBytes == wantedBytes,
                target,
                PieceProgress.Of(progress, doneBytes),
                cancellationToken);
            if (!received.Succeeded)
            {
                return received;
            }

            doneBytes += received.Value;
        }

        return sizeBytes;
    }

    private async Task<FastbootResult<long>> ReceiveAsync(
        string command, Func<uint, bool> mayBe, Stream target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var receivedBytes = 0U;
        var answer = await GuardAsync(command, options.Download, ListenAsync, cancellationToken);
        return answer.Error is { } error ? error : receivedBytes;

        async Task<FastbootResult<string>> ListenAsync(Watchdog watchdog)
        {
            var reply = await ReadReplyAsync(onMessage, watchdog);
            if (reply.Kind == FastbootReplyKind.Fail)
            {
                return Refusal(reply);
            }

            if (reply.Kind != FastbootReplyKind.Data || !mayBe(reply.DataSizeBytes))
            {
                throw new FastbootProtocolException($"{reply.Kind} for {reply.DataSizeBytes} bytes after '{command}'.");
            }

            receivedBytes = reply.DataSizeBytes;
            await KeepDataAsync(receivedBytes, target, progress, watchdog);
            return await ReadEndAsync(onMessage, watchdog);
        }
    }

    private async ValueTask KeepDataAsync(long sizeBytes, Stream target, IProgress<long>? progress, Watchdog watchdog)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReceiveBytes);
        try
        {
            for (var doneBytes = 0L; doneBytes < sizeBytes;)
            {
                var room = buffer.AsMemory(0, (int)Math.Min(ReceiveBytes, sizeBytes - doneBytes));
                var length = await transport.ReadDataAsync(room, watchdog.Token);
                watchdog.Feed();
                await WriteTargetAsync(target, room[..length], watchdog.Token);
                doneBytes += length;
                progress?.Report(doneBytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask WriteTargetAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new UploadTargetException(unwritable.Message);
        }
    }

    private sealed class PieceProgress(IProgress<long> whole, long beforeBytes) : IProgress<long>
    {
        public static PieceProgress? Of(IProgress<long>? whole, long beforeBytes) =>
            whole is null ? null : new PieceProgress(whole, beforeBytes);

        public void Report(long value) => whole.Report(beforeBytes + value);
    }
}
