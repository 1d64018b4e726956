using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>
/// Keeps download mode for one phone of this PC at a time: heimdall 1.4.2 has no choice of a phone and takes the first that it
/// finds. Whoever is about to send a phone there waits until no other is there or on its way.
/// </summary>
internal sealed class DownloadSeats(UsbBus bus, TimeProvider time)
{
    // A restart takes half a minute at most; a phone that did not arrive by then does not keep the others waiting.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Lock _lock = new();
    private string? _comer;
    private long _cameAt;

    /// <summary>Waits until this port's phone may enter download mode; the error names what is in its way.</summary>
    public async Task<TalkError?> TakeAsync(string port, Action<string> onMessage, CancellationToken cancellationToken)
    {
        if (TryTake(port))
        {
            return null;
        }

        onMessage("Waiting until no other phone of this PC is in download mode.");
        var startedAt = time.GetTimestamp();
        while (!TryTake(port))
        {
            if (time.GetElapsedTime(startedAt) >= Patience)
            {
                return Crowd(port) ?? new(
                    FailureCode.SeveralInDownloadMode, "Another phone was all the time on its way into download mode.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }

    /// <summary>The phone on this port is there: the bus shows it from now on.</summary>
    public void Arrived(string port)
    {
        lock (_lock)
        {
            _comer = _comer == port ? null : _comer;
        }
    }

    /// <summary>Names the other phones in download mode, and what to do; null when there are none.</summary>
    public TalkError? Crowd(string port) => OthersThan(port) is not { Length: > 0 } others
        ? null
        : new(
            FailureCode.SeveralInDownloadMode,
            $"Besides port {port}, phones are in download mode on {string.Join(", ", others)}. Unplug them until this one is done.");

    private bool TryTake(string port)
    {
        lock (_lock)
        {
            var isComing = _comer is { } comer && comer != port && time.GetElapsedTime(_cameAt) < OnItsWay;
            if (isComing || OthersThan(port).Length > 0)
            {
                return false;
            }

            (_comer, _cameAt) = (port, time.GetTimestamp());
            return true;
        }
    }

    // All sockets of the PC, those included that are no ports of this station: heimdall sees them, too.
    private string[] OthersThan(string port) =>
    [
        .. bus.List()
            .Where(device => device.Kind is UsbPhoneKind.SamsungDownload && device.PortPath != port)
            .Select(device => device.PortPath),
    ];
}
