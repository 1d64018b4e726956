using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using RebootTarget = Espero.Plan.V1.RebootTarget;

namespace Espero.Station.Watch;

/// <summary>Opens a conversation with the phone on a port, in whatever mode it is. Whoever calls holds the port's lease.</summary>
internal sealed class PhoneConnector(UsbWay usb, AdbWay adb, DownloadDesk downloads, FastbootOptions options, TimeProvider time)
{
    /// <summary>How long a phone that vanished in the middle is waited for.</summary>
    public TimeSpan AwayLimit => options.Away;

    /// <summary>Tries the port's ways in their order; a way where nothing is gives place to the next.</summary>
    /// <param name="onMessage">Gets what the phone says besides its answers.</param>
    public async Task<TalkResult<PhoneTalk>> ConnectAsync(PortAddress port, Action<string> onMessage, CancellationToken cancellationToken)
    {
        TalkResult<PhoneTalk> answer = new TalkError(FailureCode.PhoneNotSeen, "The port has no way to a phone.");
        foreach (var way in port.Ways)
        {
            answer = await ConnectAsync(way, onMessage, cancellationToken);
            if (answer.Succeeded || !answer.Error.IsAbsence)
            {
                return answer;
            }
        }

        return answer;
    }

    /// <summary>Asks what hangs on a USB port the little that shows who it is and in which mode.</summary>
    public async Task<TalkResult<PhoneSight>> GlanceAsync(string usbPath, CancellationToken cancellationToken)
    {
        var connected = await ConnectAsync(new PortAddress(1, usbPath, [new PhoneWay.Usb(usbPath)]), _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return connected.Error;
        }

        await using var talk = connected.Value;
        return await talk.GlanceAsync(cancellationToken);
    }

    /// <summary>What the port's USB descriptors show, without a word to the phone; null for a port that is not on USB.</summary>
    public PhonePresence? Presence(PortAddress port) => UsbOf(port) is { } way ? usb.Presence(way) : null;

    /// <summary>Too much current has just flowed through the port; null when not. Asks the kernel only.</summary>
    public TalkError? OverCurrent(PortAddress port) => UsbOf(port) is { } way ? usb.OverCurrent(way) : null;

    /// <summary>The port's hub has too little power, which is looked at before anything is begun; null when it has enough.</summary>
    public TalkError? Shortage(PortAddress port) => UsbOf(port) is { } way ? usb.Shortage(way) : null;

    /// <summary>Changes whenever something is plugged into the port anew; always empty for a port that is not on USB.</summary>
    public string Stay(PortAddress port) => UsbOf(port) is { } way ? usb.Stay(way) : "";

    /// <summary>Waits until the phone may be sent to where only one of this PC may be; the error says what is in its way.</summary>
    public async Task<TalkError?> MakeRoomAsync(
        PortAddress port, RebootTarget target, Action<string> onMessage, CancellationToken cancellationToken) =>
        target is RebootTarget.Download && UsbOf(port) is { } way
            ? await downloads.Seats.TakeAsync(way.Path, onMessage, cancellationToken)
            : null;

    private static PhoneWay.Usb? UsbOf(PortAddress port) => port.Ways.OfType<PhoneWay.Usb>().FirstOrDefault();

    private async Task<TalkResult<PhoneTalk>> ConnectAsync(PhoneWay way, Action<string> onMessage, CancellationToken cancellationToken) => way switch
    {
        PhoneWay.Tcp(var host, var port) =>
            FastbootTalk.Of(await FastbootTcp.ConnectAsync(host, port, options, time, onMessage, cancellationToken)),
        PhoneWay.Udp(var host, var port) =>
            FastbootTalk.Of(await FastbootUdp.ConnectAsync(host, port, options, time, onMessage, cancellationToken)),
        PhoneWay.Adb address => await adb.ConnectAsync(address, cancellationToken),
        PhoneWay.Usb path => await usb.ConnectAsync(path, onMessage, cancellationToken),
        _ => throw new InvalidOperationException($"No such way: {way}."),
    };
}
