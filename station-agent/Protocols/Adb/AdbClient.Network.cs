namespace Espero.Station.Protocols.Adb;

/// <content>Phones on the network.</content>
public sealed partial class AdbClient
{
    private static readonly TimeSpan BetweenConnects = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Adds a phone on the network. The server says OKAY whatever happened, and "already connected" of a phone that it lost,
    /// so neither is believed: the phone is connected when the server says that it just connected, or lists it as answering.
    /// </summary>
    public async Task<AdbResult<string>> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var address = $"{host}:{port}";
        var first = await AskToConnectAsync(address, cancellationToken);
        if (first is not { Error: null, Value: false })
        {
            return first.Error is { } error ? error : address;
        }

        var devices = await GetDevicesAsync(cancellationToken);
        if (devices.Error is { } unlisted)
        {
            return unlisted;
        }

        if (devices.Value.Any(phone => phone.Serial == address && IsAnswering(phone.State)))
        {
            return address;
        }

        await DisconnectAsync(host, port, cancellationToken);
        var second = await AskToConnectAsync(address, cancellationToken);
        return second switch
        {
            { Error: { } error } => error,
            { Value: true } => address,
            _ => new AdbError(AdbFailure.PhoneNotReady, $"{address} is listed and does not answer."),
        };
    }

    /// <summary>
    /// Waits until a phone on the network that was told to restart has left and is back as wanted. It is connected as soon as
    /// it listens: the server itself tries only each ten seconds (adb 29), and lists it as offline until then.
    /// </summary>
    /// <param name="before">The phone as it was before it was told to restart.</param>
    public Task<AdbResult<AdbDevice>> WaitForNetworkReturnAsync(
        AdbDevice before, string host, int port, Func<AdbDevice, bool> isWanted, TimeSpan deadline, CancellationToken cancellationToken) =>
        AdbEdge.RunAsync(
            "waiting for a phone on the network",
            AdbLimit.Within(deadline),
            time,
            async watchdog =>
            {
                var left = await WaitForReturnAsync(before, isWanted: null, deadline, watchdog.Token);
                watchdog.Token.ThrowIfCancellationRequested();
                return left.Succeeded ? await ConnectAgainAsync(host, port, isWanted, watchdog.Token) : left;
            },
            cancellationToken);

    /// <summary>Takes a phone on the network off the list.</summary>
    public Task<AdbResult<string>> DisconnectAsync(string host, int port, CancellationToken cancellationToken) =>
        QueryAsync($"host:disconnect:{host}:{port}", options.Question, cancellationToken);

    private async Task<AdbResult<AdbDevice>> ConnectAgainAsync(
        string host, int port, Func<AdbDevice, bool> isWanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            await ConnectAsync(host, port, cancellationToken);
            var devices = await GetDevicesAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (devices.Error is { } error)
            {
                return error;
            }

            if (devices.Value.FirstOrDefault(phone => phone.Serial == $"{host}:{port}" && isWanted(phone)) is { } back)
            {
                return back;
            }

            await Task.Delay(BetweenConnects, time, cancellationToken);
        }
    }

    // True: connected just now. False: the server thinks that it was connected before.
    private async Task<AdbResult<bool>> AskToConnectAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await QueryAsync($"host:connect:{address}", options.Connect, cancellationToken);
        return answer switch
        {
            { Error: { } error } => error,
            { Value: var text } when text == $"connected to {address}" => true,
            { Value: var text } when text == $"already connected to {address}" => false,
            { Value: var text } when text.StartsWith("failed to authenticate", StringComparison.Ordinal) =>
                new AdbError(AdbFailure.Unauthorized, text),
            { Value: var text } => new AdbError(AdbFailure.PhoneGone, text),
        };
    }

    private static bool IsAnswering(AdbState state) =>
        state is AdbState.Device or AdbState.Recovery or AdbState.Sideload or AdbState.Rescue or AdbState.Bootloader or AdbState.Host;
}
