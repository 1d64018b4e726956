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

    /// <summary>
    /// Likewise, on a thread of its own, whose calls block: for a transfer of very many small steps.
    /// </summary>
    internal Task<AdbResult<T>> ConverseOnOwnThreadAsync<T>(
        AdbTarget phone,
        string service,
        AdbLimit limit,
        Func<BlockingStream, Watchdog, AdbResult<T>> talk,
        CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () => AdbEdge.RunAsync(
                service,
                limit,
                time,
                async watchdog =>
                {
                    using var socket = NewSocket();
                    await using var wake = watchdog.Token.Register(socket.Dispose);
                    await using var stream = new BlockingStream(socket);
                    return await TalkAsync(
                        Connect(socket, stream, watchdog),
                        [phone.TransportService, service],
                        (_, fed) => Task.FromResult(talk(stream, fed)),
                        watchdog);
                },
                cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap();

    private Task<AdbResult<T>> ConverseAsync<T>(
        ImmutableArray<string> services,
        AdbLimit limit,
        Func<AdbSocket, Watchdog, Task<AdbResult<T>>> talk,
        CancellationToken cancellationToken) =>
        AdbEdge.RunAsync<T>(
            services[^1],
            limit,
            time,
            async watchdog => await TalkAsync(await ConnectAsync(watchdog), services, talk, watchdog),
            cancellationToken);

    private static async Task<AdbResult<T>> TalkAsync<T>(
        AdbResult<AdbSocket> connected,
        ImmutableArray<string> services,
        Func<AdbSocket, Watchdog, Task<AdbResult<T>>> talk,
        Watchdog watchdog)
    {
        if (connected.Error is { } error)
        {
            return error;
        }

        await using var socket = connected.Value;
        return await AskAsync(socket, services, watchdog) is { } refusal ? refusal : await talk(socket, watchdog);
    }

    private async Task<AdbResult<AdbSocket>> ConnectAsync(Watchdog watchdog)
    {
        var socket = NewSocket();
        try
        {
            await socket.ConnectAsync(server, watchdog.Token);
            return new AdbSocket(new NetworkStream(socket, ownsSocket: true));
        }
        catch (Exception unreachable) when (unreachable is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            watchdog.Token.ThrowIfCancellationRequested();
            return Gone(unreachable);
        }
    }

    private AdbResult<AdbSocket> Connect(Socket socket, BlockingStream stream, Watchdog watchdog)
    {
        try
        {
            SendBuffer.Widen(socket);
            socket.Connect(server);
            return new AdbSocket(stream);
        }
        catch (Exception unreachable) when (unreachable is SocketException or ObjectDisposedException)
        {
            watchdog.Token.ThrowIfCancellationRequested();
            return Gone(unreachable);
        }
    }

    private Socket NewSocket() => new(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private AdbError Gone(Exception why) =>
        new(AdbFailure.ServerGone, $"The adb server on port {server.Port} does not answer: {why.Message}.");

    // Null when the server, and the phone behind it, agreed to all.
    private static async ValueTask<AdbError?> AskAsync(AdbSocket socket, ImmutableArray<string> services, Watchdog watchdog)
    {
        foreach (var service in services)
        {
            if (await socket.AskAsync(service, watchdog.Token) is { } refusal)
            {
                return AdbFailText.ToError(refusal);
            }

            watchdog.Feed();
        }

        return null;
    }
}
