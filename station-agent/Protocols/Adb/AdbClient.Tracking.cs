using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Espero.Station.Protocols.Adb;

/// <content>The server's list as it changes.</content>
public sealed partial class AdbClient
{
    private const string TrackService = "host:track-devices-l";

    /// <summary>
    /// The whole list now, and again after each change. It ends with a failure as its last element: the server went away, or
    /// the caller cancelled. The consumer is the only reader, so a slow one sees changes late and never wrongly ordered.
    /// </summary>
    public async IAsyncEnumerable<AdbResult<ImmutableArray<AdbDevice>>> TrackAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await OpenListAsync(cancellationToken);
        if (opened.Error is { } error)
        {
            yield return error;
            yield break;
        }

        await using var socket = opened.Value;
        while (true)
        {
            var list = await ReadListAsync(socket, cancellationToken);
            yield return list;
            if (!list.Succeeded)
            {
                yield break;
            }
        }
    }

    /// <summary>Waits until some phone in the list is as wanted, however it left and came back meanwhile.</summary>
    /// <param name="isWanted">Asked of each phone after each change.</param>
    public Task<AdbResult<AdbDevice>> WaitForAsync(
        Func<AdbDevice, bool> isWanted, TimeSpan deadline, CancellationToken cancellationToken) =>
        WaitForListAsync(list => list.FirstOrDefault(isWanted), deadline, cancellationToken);

    /// <summary>
    /// Waits until a phone that was told to restart has left and is back as wanted. What the list still says of the old
    /// connection counts for nothing.
    /// </summary>
    /// <param name="before">The phone as it was before it was told to restart.</param>
    /// <param name="isWanted">Null to wait only until it has left; <paramref name="before"/> is given back then.</param>
    public Task<AdbResult<AdbDevice>> WaitForReturnAsync(
        AdbDevice before, Func<AdbDevice, bool>? isWanted, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var hasLeft = false;
        return WaitForListAsync(Find, deadline, cancellationToken);

        AdbDevice? Find(ImmutableArray<AdbDevice> list)
        {
            hasLeft |= !list.Any(phone => phone.TransportId == before.TransportId && phone.State == before.State);
            return !hasLeft ? null : isWanted is null ? before : list.FirstOrDefault(isWanted);
        }
    }

    private Task<AdbResult<AdbDevice>> WaitForListAsync(
        Func<ImmutableArray<AdbDevice>, AdbDevice?> find, TimeSpan deadline, CancellationToken cancellationToken) =>
        AdbEdge.RunAsync(
            "waiting for a phone",
            AdbLimit.Within(deadline),
            time,
            async Task<AdbResult<AdbDevice>> (watchdog) =>
            {
                await foreach (var list in TrackAsync(watchdog.Token))
                {
                    watchdog.Token.ThrowIfCancellationRequested();
                    if (list.Error is { } error)
                    {
                        return error;
                    }

                    if (find(list.Value) is { } phone)
                    {
                        return phone;
                    }
                }

                return new AdbError(AdbFailure.ServerGone, "The server's list ended.");
            },
            cancellationToken);

    private Task<AdbResult<AdbSocket>> OpenListAsync(CancellationToken cancellationToken) =>
        AdbEdge.RunAsync(
            TrackService,
            AdbLimit.Within(options.Question),
            time,
            async Task<AdbResult<AdbSocket>> (watchdog) =>
            {
                var connected = await ConnectAsync(watchdog);
                if (connected.Error is not null)
                {
                    return connected;
                }

                try
                {
                    return await AskAsync(connected.Value, [TrackService], watchdog) is { } refusal ? refusal : connected;
                }
                catch
                {
                    await connected.Value.DisposeAsync();
                    throw;
                }
            },
            cancellationToken);

    // Days may pass between two changes, so this wait has no limit but the caller's; the server's owner asks it for signs of life.
    private Task<AdbResult<ImmutableArray<AdbDevice>>> ReadListAsync(AdbSocket socket, CancellationToken cancellationToken) =>
        AdbEdge.RunAsync(
            TrackService,
            AdbLimit.Within(Timeout.InfiniteTimeSpan),
            time,
            async Task<AdbResult<ImmutableArray<AdbDevice>>> (watchdog) =>
                AdbDeviceLine.ParseList(await socket.ReadTextAsync(watchdog.Token)),
            cancellationToken);
}
