using System.Buffers;
using System.Text;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>
/// One conversation with one bootloader. Every call ends: with a value, or with a failure within the limits of its options.
/// After a failure that leaves the wire in doubt the connection is closed and every further call says so. One owner.
/// </summary>
/// <param name="onMessage">Gets the text of every INFO and TEXT, on whatever thread reads.</param>
public sealed partial class FastbootSession(
    IFastbootTransport transport, FastbootOptions options, TimeProvider time, Action<string> onMessage) : IAsyncDisposable
{
    private readonly byte[] _packet = new byte[FastbootReply.MaxPacketBytes];

    /// <summary>What ended the session; null while it lives.</summary>
    public FastbootError? End { get; private set; }

    /// <summary>Sends a command without a data phase and waits for its end.</summary>
    /// <param name="silence">How long each packet of the answer may take.</param>
    /// <returns>The text of the OKAY.</returns>
    public Task<FastbootResult<string>> CommandAsync(string command, TimeSpan silence, CancellationToken cancellationToken) =>
        CommandAsync(command, silence, onMessage, cancellationToken);

    /// <summary>Sends bytes into the phone's memory, for <c>flash</c> or <c>boot</c> to use.</summary>
    /// <param name="progress">Told how many bytes of this download are sent.</param>
    public async Task<FastbootResult<string>> DownloadAsync(
        IDownloadSource source, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (source.SizeBytes is < 1 or > uint.MaxValue)
        {
            return new FastbootError(FastbootFailure.ImageTooBig, $"A download of {source.SizeBytes} bytes is not possible.");
        }

        return await GuardAsync(
            $"download:{source.SizeBytes:x8}",
            options.Download,
            watchdog => SendAsync(source, progress, watchdog),
            cancellationToken);
    }

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private Task<FastbootResult<string>> CommandAsync(
        string command, TimeSpan silence, Action<string> onLine, CancellationToken cancellationToken) =>
        GuardAsync(command, silence, watchdog => ReadEndAsync(onLine, watchdog), cancellationToken);

    private async Task<FastbootResult<string>> SendAsync(IDownloadSource source, IProgress<long>? progress, Watchdog watchdog)
    {
        var reply = await ReadReplyAsync(onMessage, watchdog);
        if (reply.Kind == FastbootReplyKind.Fail)
        {
            return Refusal(reply);
        }

        if (reply.Kind != FastbootReplyKind.Data || reply.DataSizeBytes != source.SizeBytes)
        {
            throw new FastbootProtocolException($"{reply.Kind} for {reply.DataSizeBytes} bytes after asking to send {source.SizeBytes}.");
        }

        await transport.BeginDataAsync(source.SizeBytes, watchdog.Token);
        await SendDataAsync(source, progress, watchdog);
        return await ReadEndAsync(onMessage, watchdog);
    }

    private async ValueTask SendDataAsync(IDownloadSource source, IProgress<long>? progress, Watchdog watchdog)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(transport.DataWriteBytes);
        try
        {
            for (var sentBytes = 0L; sentBytes < source.SizeBytes;)
            {
                var room = buffer.AsMemory(0, (int)Math.Min(transport.DataWriteBytes, source.SizeBytes - sentBytes));
                var length = await ReadSourceAsync(source, room, watchdog.Token);
                await transport.WriteDataAsync(buffer.AsMemory(0, length), watchdog.Token);
                watchdog.Feed();
                sentBytes += length;
                progress?.Report(sentBytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<int> ReadSourceAsync(IDownloadSource source, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(room, cancellationToken) is > 0 and var length
                ? length
                : throw new DownloadSourceException("The image ended before its announced size.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new DownloadSourceException(unreadable.Message);
        }
    }

    private async Task<FastbootResult<string>> ReadEndAsync(Action<string> onLine, Watchdog watchdog)
    {
        var reply = await ReadReplyAsync(onLine, watchdog);
        return reply.Kind switch
        {
            FastbootReplyKind.Okay => reply.Text,
            FastbootReplyKind.Fail => Refusal(reply),
            _ => throw new FastbootProtocolException($"{reply.Kind} where only OKAY or FAIL may follow."),
        };
    }

    private async ValueTask<FastbootReply> ReadReplyAsync(Action<string> onLine, Watchdog watchdog)
    {
        while (true)
        {
            var length = await transport.ReadPacketAsync(_packet, watchdog.Token);
            watchdog.Feed();
            var reply = FastbootReply.Parse(_packet.AsSpan(0, length));
            if (reply.EndsTheCommand)
            {
                return reply;
            }

            onLine(reply.Text);
        }
    }

    // The edge of the session: here and only here what was thrown becomes a value.
    private async Task<FastbootResult<string>> GuardAsync(
        string command, TimeSpan silence, Func<Watchdog, Task<FastbootResult<string>>> listen, CancellationToken cancellationToken)
    {
        if ((Refusal(command, cancellationToken) ?? await DoubtAsync(command, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        using var watchdog = new Watchdog(silence, options.LongestCommand, time, cancellationToken);
        try
        {
            await transport.WritePacketAsync(Encoding.Latin1.GetBytes(command), watchdog.Token);
            return await listen(watchdog);
        }
        catch (OperationCanceledException) when (watchdog.Token.IsCancellationRequested)
        {
            return await EndAsync(watchdog.Bit
                ? new FastbootError(FastbootFailure.Silent, $"The phone did not go on with '{command}' in time.")
                : new FastbootError(FastbootFailure.Cancelled, $"'{command}' was cancelled."));
        }
        catch (FastbootProtocolException nonsense)
        {
            return await EndAsync(new FastbootError(FastbootFailure.Nonsense, nonsense.Message));
        }
        catch (UploadTargetException unwritable)
        {
            return await EndAsync(new FastbootError(FastbootFailure.TargetUnwritable, unwritable.Message));
        }
        catch (DownloadSourceException unreadable)
        {
            return await EndAsync(new FastbootError(FastbootFailure.ImageUnreadable, unreadable.Message));
        }
        catch (Exception lost) when (lost is IOException or ObjectDisposedException)
        {
            return await EndAsync(new FastbootError(FastbootFailure.CableLost, lost.Message));
        }
    }

    private FastbootError? Refusal(string command, CancellationToken cancellationToken) => command switch
    {
        _ when End is { } end => new FastbootError(FastbootFailure.SessionOver, $"The session ended before: {end.Text}"),
        _ when command.Length > MaxCommandBytes =>
            new FastbootError(FastbootFailure.CommandTooLong, $"'{command}' is longer than {MaxCommandBytes} bytes."),
        _ when cancellationToken.IsCancellationRequested => new FastbootError(FastbootFailure.Cancelled, $"'{command}' was cancelled."),
        _ => null,
    };

    private static FastbootError Refusal(FastbootReply fail) => new(FastbootFailure.PhoneRefused, fail.Text);

    private async ValueTask<FastbootError> EndAsync(FastbootError error)
    {
        End = error;
        await transport.DisposeAsync();
        return error;
    }
}
