using System.Collections.Concurrent;
using System.Globalization;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>
/// What the kernel knows of a socket before anybody speaks to a phone: too much current, too little, or a cable over which a device
/// could not even say what it is.
/// </summary>
internal sealed class SocketHealth(UsbBus bus, IKernelLog kernel, TimeProvider time)
{
    // Long enough for an adult to come; a short circuit that is still there shows itself again at the next plug.
    private static readonly TimeSpan AlarmHolds = TimeSpan.FromMinutes(5);

    // The kernel tries four times within seconds and then leaves a socket alone until something else is plugged in.
    private static readonly TimeSpan ComplaintHolds = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Surges> _surges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Text, long At)> _complaints = new(StringComparer.Ordinal);

    /// <summary>Why nothing appears on this socket although something was plugged in; null when the kernel does not complain.</summary>
    public TalkError? CableFault(string port)
    {
        foreach (var complaint in kernel.TakeNew().Select(UsbComplaint.Read).OfType<UsbComplaint>())
        {
            _complaints[complaint.PortPath] = (complaint.Text, time.GetTimestamp());
        }

        return _complaints.TryGetValue(port, out var last) && time.GetElapsedTime(last.At) < ComplaintHolds
            ? new TalkError(FailureCode.CableFaulty, $"The kernel says: {last.Text}")
            : null;
    }

    /// <summary>Why nothing on this socket may be used now; null when it may. What was counted before the first look is history.</summary>
    public TalkError? OverCurrent(string port)
    {
        if (bus.Power.OverCurrents(port) is not { } count)
        {
            return null;
        }

        var surges = _surges.AddOrUpdate(
            port,
            _ => new Surges(count, RoseAt: null),
            (_, known) => count == known.Count ? known : new Surges(count, count > known.Count ? time.GetTimestamp() : null));
        return surges.RoseAt is { } at && time.GetElapsedTime(at) < AlarmHolds
            ? new TalkError(
                FailureCode.PortOverCurrent,
                string.Create(CultureInfo.InvariantCulture, $"The hub switched port {port} off because of too much current ({count} times so far)."))
            : null;
    }

    /// <summary>What the socket's hub lacks for all that hangs on it; null when it lacks nothing.</summary>
    public TalkError? Shortage(string port) => bus.Power.ShortageAt(port) is { } shortage ? Describe(shortage) : null;

    /// <summary>Why the kernel gave this device no power to work with; null when it did.</summary>
    public TalkError? Starvation(UsbDevice device) =>
        device.Interfaces.IsEmpty && bus.Power.ShortageAt(device.PortPath) is { } shortage && shortage.Starved.Contains(device.PortPath)
            ? Describe(shortage)
            : null;

    private static TalkError Describe(UsbShortage shortage)
    {
        var starved = shortage.Starved.Count > 0 ? $", and {string.Join(", ", shortage.Starved)} got none" : "";
        return new TalkError(
            FailureCode.HubPowerLow,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The hub {shortage.Hub} lives on its cable alone: {shortage.WantedMilliamps} mA are wanted of its {shortage.AvailableMilliamps} mA{starved}."));
    }

    private sealed record Surges(int Count, long? RoseAt);
}
