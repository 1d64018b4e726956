using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;

namespace Espero.Station.Watch;

/// <summary>
/// One phone during one stay in download mode. Most give no serial there, so a phone that was unplugged and plugged in again, or
/// that left the mode, is nobody known: its number on the bus tells.
/// </summary>
internal sealed class DownloadStay(UsbDevice device, IDownloadMode mode)
{
    public UsbDevice Device { get; } = device;

    public IDownloadMode Mode { get; } = mode;

    /// <summary>As read in this stay; null before. It cannot change while the phone stays.</summary>
    public PitTable? Table { get; set; }

    /// <summary>Something was asked of the phone: its one session is ours.</summary>
    public bool HasSession { get; set; }

    /// <summary>Why nothing more can be asked of it in this stay; null while it can.</summary>
    public TalkError? End { get; set; }

    public bool IsOf(UsbDevice other) => IsSame(Device, other);

    public static bool IsSame(UsbDevice one, UsbDevice other) =>
        one.PortPath == other.PortPath && one.BusNumber == other.BusNumber && one.Address == other.Address && one.Kind == other.Kind;
}
