using System.Collections.Concurrent;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>
/// The one place from which heimdall is run: once at a time, and only while the phone that is meant is the only one of this PC in
/// download mode. Remembers each phone's session, of which there is one in a stay.
/// </summary>
internal sealed class DownloadDesk(UsbBus bus, HeimdallOptions options, TimeProvider time) : IDisposable
{
    // A person has to read the message and pull a cable.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly SemaphoreSlim _heimdall = new(1, 1);
    private readonly ConcurrentDictionary<string, DownloadStay> _stays = new(StringComparer.Ordinal);

    public DownloadSeats Seats { get; } = new(bus, time);

    /// <summary>Says nothing to the phone: a session is begun by the first question that needs one.</summary>
    public TalkResult<PhoneTalk> Connect(UsbDevice device, Action<string> onMessage)
    {
        Seats.Arrived(device.PortPath);
        var stay = StayOf(device);
        return ObstacleTo(stay) is { } obstacle ? obstacle : new DownloadTalk(this, stay, onMessage);
    }

    /// <summary>Why the phone cannot be worked with now; null when it can.</summary>
    public TalkError? ObstacleTo(UsbDevice device) => ObstacleTo(StayOf(device));

    /// <summary>Why the stay is over, if it is.</summary>
    public TalkError? EndOf(DownloadStay stay) => stay.End ??= Leave(stay);

    /// <summary>
    /// Runs one operation. Beside others in the mode a phone that has begun its session waits until they are unplugged; one that
    /// has not is refused.
    /// </summary>
    public async Task<TalkResult<T>> UseAsync<T>(
        DownloadStay stay, Action<string> onMessage, Func<IDownloadMode, Task<OdinResult<T>>> use, CancellationToken cancellationToken)
    {
        if (ObstacleTo(stay) is { } obstacle)
        {
            return obstacle;
        }

        await _heimdall.WaitAsync(cancellationToken);
        try
        {
            if (await ComeAloneAsync(stay, onMessage, cancellationToken) is { } crowd)
            {
                return crowd;
            }

            stay.HasSession = true;
            var answer = await use(stay.Mode);
            return answer.Succeeded ? answer.Value : Judge(stay, answer.Error);
        }
        finally
        {
            _heimdall.Release();
        }
    }

    public void Dispose() => _heimdall.Dispose();

    private DownloadStay StayOf(UsbDevice device) => _stays.AddOrUpdate(
        device.PortPath,
        _ => new DownloadStay(device, new Heimdall(options, time)),
        (_, known) => known.IsOf(device) ? known : new DownloadStay(device, new Heimdall(options, time)));

    private TalkError? ObstacleTo(DownloadStay stay) =>
        EndOf(stay)
        ?? stay.Mode.Absence?.ToTalkError()
        ?? (stay.HasSession ? null : Seats.Crowd(stay.Device.PortPath));

    private async Task<TalkError?> ComeAloneAsync(DownloadStay stay, Action<string> onMessage, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var told = false;
        while (true)
        {
            if (EndOf(stay) is { } over)
            {
                return over;
            }

            if (Seats.Crowd(stay.Device.PortPath) is not { } crowd)
            {
                return null;
            }

            if (!stay.HasSession || time.GetElapsedTime(startedAt) >= Patience)
            {
                return crowd;
            }

            if (!told)
            {
                onMessage(crowd.Text);
                told = true;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    // A pulled cable looks to heimdall like a phone that broke off.
    private TalkError Judge(DownloadStay stay, OdinError error)
    {
        var gone = error.Failure is OdinFailure.Cancelled ? null : Leave(stay);
        var judged = gone ?? error.ToTalkError();
        stay.End ??= gone ?? (error.EndsTheStay() ? new TalkError(
            FailureCode.OdinSessionLost, $"The phone on port {stay.Device.PortPath} must enter download mode anew. {error.Text}") : null);
        return judged;
    }

    private TalkError? Leave(DownloadStay stay)
    {
        var now = bus.List().FirstOrDefault(device => device.PortPath == stay.Device.PortPath);
        return now is null || now.Kind is not UsbPhoneKind.SamsungDownload
            ? new(FailureCode.CableLost, $"The phone on port {stay.Device.PortPath} left download mode, or its cable was pulled.")
            : stay.IsOf(now) ? null
            : new(
                FailureCode.PhoneChanged,
                $"What is on port {stay.Device.PortPath} was plugged in anew, and nothing tells that it is the same phone.");
    }
}
