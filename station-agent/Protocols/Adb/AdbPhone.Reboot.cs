using System.Text;

namespace Espero.Station.Protocols.Adb;

/// <content>Leaving a mode.</content>
public sealed partial class AdbPhone
{
    private const int MaxComplaintBytes = 1024;

    /// <summary>
    /// Tells the phone to restart, and waits until it closes the connection. That it obeyed is proven only by its return:
    /// <see cref="AdbClient.WaitForReturnAsync"/>.
    /// </summary>
    /// <returns>Empty, or what the phone had to say.</returns>
    public Task<AdbResult<string>> RebootAsync(AdbRebootTarget target, CancellationToken cancellationToken) =>
        _client.ConverseAsync<string>(
            _target,
            $"reboot:{Word(target)}",
            AdbLimit.Within(Options.Reboot),
            (socket, watchdog) => ReadFarewellAsync(socket.Stream, watchdog.Token),
            cancellationToken);

    // The phone closes its end and dies; the server notices the one or the other, and both are what was asked for.
    private static async Task<AdbResult<string>> ReadFarewellAsync(Stream stream, CancellationToken cancellationToken)
    {
        var words = new byte[MaxComplaintBytes];
        var length = 0;
        try
        {
            length = await stream.ReadAtLeastAsync(words, words.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (IOException)
        {
            // A phone that tears the connection down has obeyed.
        }

        var text = Encoding.UTF8.GetString(words, 0, length).Trim();
        return text.Contains("fail", StringComparison.OrdinalIgnoreCase) ? new AdbError(AdbFailure.Refused, text) : text;
    }

    private static string Word(AdbRebootTarget target) => target switch
    {
        AdbRebootTarget.System => "",
        AdbRebootTarget.Bootloader => "bootloader",
        AdbRebootTarget.Fastbootd => "fastboot",
        AdbRebootTarget.Recovery => "recovery",
        AdbRebootTarget.Sideload => "sideload",
        AdbRebootTarget.SideloadAutoReboot => "sideload-auto-reboot",
        AdbRebootTarget.Download => "download",
        AdbRebootTarget.Edl => "edl",
    };
}
