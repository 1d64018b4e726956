namespace Espero.Station.Protocols.Adb;

/// <content>Phones on the network.</content>
public sealed partial class AdbClient
{
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

    /// <summary>Takes a phone on the network off the list.</summary>
    public Task<AdbResult<string>> DisconnectAsync(string host, int port, CancellationToken cancellationToken) =>
        QueryAsync($"host:disconnect:{host}:{port}", options.Question, cancellationToken);

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
