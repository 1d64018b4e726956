namespace Espero.Station.Protocols.Adb;

/// <content>Putting a file on the phone.</content>
public sealed partial class AdbPhone
{
    /// <summary>Copies a file to the phone, and has the phone read it back.</summary>
    /// <param name="pathOnPhone">Absolute, 1 to 1000 bytes. What is there is overwritten.</param>
    /// <param name="mode">The permissions, like those of a file here.</param>
    /// <param name="progress">Told how many bytes were sent.</param>
    public async Task<AdbResult<PushReceipt>> PushAsync(
        string path, string pathOnPhone, UnixFileMode mode, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var sent = await _client.ConverseAsync<PushReceipt>(
            _target,
            "sync:",
            new AdbLimit(Options.PushSilence, Options.LongestTransfer),
            (socket, watchdog) => SendAsync(new SyncSession(socket.Stream, watchdog), path, pathOnPhone, mode, progress),
            cancellationToken);
        if (sent.Error is not null)
        {
            return sent;
        }

        var hash = await ShellAsync($"sha256sum {ShellWord.Quote(pathOnPhone)}", cancellationToken);
        return hash switch
        {
            { Error: { } error } => error,
            { Value: { ExitCode: 0, Output: var said } } when said.StartsWith(sent.Value.Sha256, StringComparison.OrdinalIgnoreCase) =>
                sent.Value with { IsHashSeen = true },
            { Value: { ExitCode: 0, Output: var said } } =>
                new AdbError(
                    AdbFailure.ArrivedDifferent, $"{sent.Value.Sha256} was sent to {pathOnPhone}, and the phone reads {said.Trim()}."),
            _ => sent, // Android 5 and older have no sha256sum
        };
    }

    private static async Task<AdbResult<PushReceipt>> SendAsync(
        SyncSession sync, string path, string pathOnPhone, UnixFileMode mode, IProgress<long>? progress)
    {
        using var file = PackageFile.Open(path);
        var sent = await sync.SendAsync(file, pathOnPhone, mode, progress);
        if (sent.Error is not null)
        {
            return sent;
        }

        var arrivedBytes = await sync.ReadSizeAsync(pathOnPhone);
        return arrivedBytes == (uint)sent.Value.SizeBytes
            ? sent
            : new AdbError(
                AdbFailure.ArrivedDifferent, $"{sent.Value.SizeBytes} bytes were sent to {pathOnPhone}, and {arrivedBytes} are there.");
    }
}
