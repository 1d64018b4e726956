using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Adb;

/// <summary>
/// Asks an adb server. Each call is a connection of its own, ends within the limits of its options, and gives a failure as a
/// value. Safe to use from many threads at once.
/// </summary>
public sealed partial class AdbClient(IPEndPoint server, AdbOptions options, TimeProvider time)
{
    internal AdbOptions Options => options;

    internal TimeProvider Time => time;

    /// <summary>The version of the server's protocol: 41 for adb 29 and 34.</summary>
    public async Task<AdbResult<int>> GetVersionAsync(CancellationToken cancellationToken)
    {
        var answer = await QueryAsync("host:version", options.Question, cancellationToken);
        return answer.Error is { } error ? error
            : int.TryParse(answer.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version) ? version
            : new AdbError(AdbFailure.Nonsense, $"The server's version is '{answer.Value}'.");
    }

    /// <summary>All phones that the server sees, in every state.</summary>
    public Task<AdbResult<ImmutableArray<AdbDevice>>> GetDevicesAsync(CancellationToken cancellationToken) =>
        ConverseAsync<ImmutableArray<AdbDevice>>(
            "host:devices-l",
            AdbLimit.Within(options.Question),
            async (socket, watchdog) => AdbDeviceLine.ParseList(await socket.ReadTextAsync(watchdog.Token)),
            cancellationToken);

    /// <summary>The phone to speak to. Nothing is asked yet.</summary>
    public AdbPhone Phone(AdbTarget target) => new(this, target);

    /// <summary>Asks a question that is answered with one text.</summary>
    internal Task<AdbResult<string>> QueryAsync(string service, TimeSpan limit, CancellationToken cancellationToken) =>
        ConverseAsync<string>(
            service,
            AdbLimit.Within(limit),
            async (socket, watchdog) => await socket.ReadTextAsync(watchdog.Token),
            cancellationToken);

    /// <summary>Asks for a service of the server, and goes on once it said OKAY.</summary>
    internal Task<AdbResult<T>> ConverseAsync<T>(
        string service, AdbLimit limit, Func<AdbSocket, Watchdog, Task<AdbResult<T>>> talk, CancellationToken cancellationToken) =>
        ConverseAsync([service], limit, talk, cancellationToken);

    /// <summary>Asks for a service of a phone, and goes on once it said OKAY.</summary>
    internal Task<AdbResult<T>> ConverseAsync<T>(
        AdbTarget phone,
        string service,
        AdbLimit limit,
        Func<AdbSocket, Watchdog, Task<AdbResult<T>>> talk,
        CancellationToken cancellationToken) =>
        ConverseAsync([phone.TransportService, service], limit, talk, cancellationToken);

    private Task<AdbResult<T>> ConverseAsync<T>(
        ImmutableArray<string> services,
        AdbLimit limit,
        Func<AdbSocket, Watchdog, Task<AdbResult<T>>> talk,
        CancellationToken cancellationToken) =>
        AdbEdge.RunAsync<T>(
            services[^1],
            limit,
            time,
            async watchdog =>
            {
                var opened = await OpenAsync(services, watchdog);
                if (opened.Error is { } error)
                {
                    return error;
                }

                await using var socket = opened.Value;
                return await talk(socket, watchdog);
            },
            cancellationToken);

    private async Task<AdbResult<AdbSocket>> OpenAsync(ImmutableArray<string> services, Watchdog watchdog)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, watchdog.Token);
        }
        catch (Exception unreachable) when (unreachable is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            watchdog.Token.ThrowIfCancellationRequested();
            return new AdbError(AdbFailure.ServerGone, $"The adb server on port {server.Port} does not answer: {unreachable.Message}.");
        }

        return await AskAllAsync(new AdbSocket(new NetworkStream(socket, ownsSocket: true)), services, watchdog);
    }

    private static async Task<AdbResult<AdbSocket>> AskAllAsync(AdbSocket adb, ImmutableArray<string> services, Watchdog watchdog)
    {
        var isOpen = false;
        try
        {
            foreach (var service in services)
            {
                if (await adb.AskAsync(service, watchdog.Token) is { } refusal)
                {
                    return AdbFailText.ToError(refusal);
                }

                watchdog.Feed();
            }

            isOpen = true;
            return adb;
        }
        finally
        {
            if (!isOpen)
            {
                await adb.DisposeAsync();
            }
        }
    }
}
