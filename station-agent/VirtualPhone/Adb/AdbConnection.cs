using System.Collections.Concurrent;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Adb;

/// <summary>
/// One connection's time with the phone: a reader that hands messages to streams, and one task for each service. Over USB one adb
/// server after the other may use it, and nothing but its hello tells that there is a new one.
/// </summary>
internal sealed class AdbConnection(AdbWire wire, PhoneMode mode, PhoneParts parts)
{
    private const int MaxStreams = 64;
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(2);

    private readonly AdbServices _services = new(parts, mode);
    private readonly ConcurrentDictionary<uint, AdbStream> _streams = [];
    private readonly List<Task> _running = [];
    private readonly TaskCompletionSource<Departure> _departure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private uint _lastId;

    /// <summary>Serves until the phone leaves its mode, or gives null once the adb server has gone.</summary>
    public async Task<Departure?> ServeAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAllAsync(stop.Token);
        await Task.WhenAny(reading, _departure.Task);
        await stop.CancelAsync();
        await Task.WhenAll([reading, .. _running])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        foreach (var open in _streams.Values)
        {
            open.Dispose();
        }

        if (_departure.Task.IsCompletedSuccessfully)
        {
            return await _departure.Task;
        }

        await wire.DisposeAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (parts.Faults.Has(Misbehaviour.AdbIsMute))
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, parts.Time, cancellationToken);
            }

            var hello = await wire.ReadAsync(cancellationToken);
            while (true)
            {
                await new AdbHandshake(wire, mode, parts).RunAsync(hello, cancellationToken);
                hello = await HandleUntilHelloAsync(cancellationToken);
                ForgetStreams();
            }
        }
        catch (Exception gone) when (gone is IOException or AdbProtocolException)
        {
            // The adb server left or talked nonsense; the phone takes the next one.
        }
    }

    private async Task<AdbMessage> HandleUntilHelloAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = await wire.ReadAsync(cancellationToken);
            if (message.Command == AdbCommand.Connect)
            {
                return message;
            }

            await HandleAsync(message, cancellationToken);
        }
    }

    // Their services end by themselves; the next server must not hear of them.
    private void ForgetStreams()
    {
        foreach (var id in _streams.Keys)
        {
            if (_streams.TryRemove(id, out var open))
            {
                open.PeerClosed();
            }
        }
    }

    private async Task HandleAsync(AdbMessage message, CancellationToken cancellationToken)
    {
        var known = _streams.GetValueOrDefault(message.Second);
        switch (message.Command)
        {
            case AdbCommand.Open:
                await OpenAsync(message.First, AdbKey.Text(message.Payload.Span), cancellationToken);
                break;
            case AdbCommand.Write when known is not null:
                if (!known.Deliver(message.Payload))
                {
                    throw new AdbProtocolException("more data than was asked for.");
                }

                break;
            case AdbCommand.Write:
                await wire.WriteAsync(new(AdbCommand.Close, 0, message.First, default), cancellationToken);
                break;
            case AdbCommand.Okay:
                known?.Acknowledged();
                break;
            case AdbCommand.Close when known is not null:
                known.PeerClosed();
                break;
            case AdbCommand.Close:
                break;
            default:
                throw new AdbProtocolException($"a message {(uint)message.Command:x8}.");
        }
    }

    private async Task OpenAsync(uint remoteId, string name, CancellationToken cancellationToken)
    {
        parts.Options.OnCommand?.Invoke(name);
        var localId = ++_lastId;
        if (_services.RebootTarget(name) is { } target)
        {
            // Said last, so that whoever hears it finds the port closed.
            _departure.TrySetResult(new Departure(target, SayAsync, wire));
            return;
        }

        if (_streams.Count >= MaxStreams || _services.Find(name) is not { } service)
        {
            await wire.WriteAsync(new(AdbCommand.Close, 0, remoteId, default), cancellationToken);
            return;
        }

        var opened = new AdbStream(localId, remoteId, wire);
        _streams[localId] = opened;
        await wire.WriteAsync(new(AdbCommand.Okay, localId, remoteId, default), cancellationToken);
        _running.RemoveAll(task => task.IsCompleted);
        _running.Add(RunAsync(service, opened, cancellationToken));

        async Task SayAsync(CancellationToken stop)
        {
            await wire.WriteAsync(new(AdbCommand.Okay, localId, remoteId, default), stop);
            await wire.WriteAsync(new(AdbCommand.Close, localId, remoteId, default), stop);
        }
    }

    private async Task RunAsync(
        Func<AdbStream, CancellationToken, Task<BootTarget?>> service, AdbStream opened, CancellationToken cancellationToken)
    {
        try
        {
            var target = await service(opened, cancellationToken);
            await FlushAsync(opened, cancellationToken);
            if (target is { } leave)
            {
                _departure.TrySetResult(new Departure(leave, CloseAsync, wire));
                return;
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // The client closed its end; the next stream is not concerned.
        }

        if (_streams.TryRemove(opened.LocalId, out _))
        {
            await CloseQuietlyAsync(cancellationToken);
        }

        Task CloseAsync(CancellationToken stop) =>
            wire.WriteAsync(new(AdbCommand.Close, opened.LocalId, opened.RemoteId, default), stop).AsTask();

        async Task CloseQuietlyAsync(CancellationToken stop)
        {
            try
            {
                await CloseAsync(stop);
            }
            catch (IOException)
            {
            }
        }
    }

    // The last words must be heard before the stream closes, but nobody may keep the phone waiting.
    private async Task FlushAsync(AdbStream opened, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(FlushLimit, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await opened.FlushAsync(either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
        }
    }
}
