using Espero.Plan.V1;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>
/// What hangs on this PC: every phone once, though USB and the adb server both know it. USB says where, adb says in which mode.
/// </summary>
internal static class PhoneList
{
    /// <summary>By port. Changes nothing. On USB it opens, besides what adb has open, only phones that speak fastboot: the bootloader and
    /// fastbootd look the same from outside.</summary>
    /// <param name="elsewhere">Where phones are on the network: nothing shows them, so each is asked.</param>
    public static async Task<IReadOnlyList<SeenPhone>> ReadAsync(
        PhoneBench bench, IReadOnlyList<PortAddress> elsewhere, CancellationToken cancellationToken)
    {
        var devices = bench.Usb.List().Where(device => device.Kind != UsbPhoneKind.Unknown).ToArray();
        var listed = await ListAsync(bench.Adb, devices, cancellationToken);
        return
        [
            .. await Task.WhenAll(devices.Select(device => OfAsync(
                bench,
                device,
                listed.Value?.FirstOrDefault(phone => phone.DevicePath == AdbDesk.DevicePathOf(device.PortPath)),
                listed.Error,
                cancellationToken))),
            .. await Task.WhenAll(elsewhere.Select(port => AskAsync(bench.Connector, port, cancellationToken))),
        ];
    }

    private static async Task<SeenPhone> AskAsync(PhoneConnector connector, PortAddress port, CancellationToken cancellationToken)
    {
        var connected = await connector.ConnectAsync(port, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return new SeenPhone(port.Path, PhoneMode.Unspecified, "", connected.Error);
        }

        await using var talk = connected.Value;
        var sight = await talk.LookAsync(cancellationToken);
        return sight.Succeeded
            ? new SeenPhone(port.Path, sight.Value.Mode, NameOf(sight.Value), Obstacle: null)
            : new SeenPhone(port.Path, PhoneMode.Unspecified, "", sight.Error);
    }

    private static string NameOf(PhoneSight sight) =>
        sight.Facts.GetValueOrDefault("getprop.ro.product.model") ?? sight.Facts.GetValueOrDefault("getvar.product") ?? "";

    private static async Task<(IReadOnlyList<AdbDevice>? Value, TalkError? Error)> ListAsync(
        AdbDesk adb, UsbDevice[] devices, CancellationToken cancellationToken)
    {
        var ports = devices.Where(device => device.Kind is UsbPhoneKind.Adb).Select(device => device.PortPath).ToArray();
        if (ports.Length == 0)
        {
            return (null, null); // no need to start a server
        }

        var listed = await adb.ListAsync(ports, cancellationToken);
        return listed.Succeeded ? (listed.Value, null) : (null, listed.Error);
    }

    private static async Task<SeenPhone> OfAsync(
        PhoneBench bench, UsbDevice device, AdbDevice? adb, TalkError? adbError, CancellationToken cancellationToken)
    {
        var name = $"{device.Manufacturer} {device.Product}".Trim();
        return device.Kind switch
        {
            UsbPhoneKind.Adb when adb is null => new SeenPhone(
                device.PortPath, PhoneMode.System, name, adbError ?? Blocked(bench.Usb, device) ?? AdbWay.Unlisted),
            UsbPhoneKind.Adb => new SeenPhone(device.PortPath, AdbTalk.ModeOf(adb.State) ?? PhoneMode.Unspecified, name, AdbWay.ObstacleOf(adb)),
            UsbPhoneKind.Fastboot when Blocked(bench.Usb, device) is { } blocked => new SeenPhone(
                device.PortPath, PhoneMode.Bootloader, name, blocked),
            UsbPhoneKind.Fastboot => OfFastboot(
                device.PortPath, name, await bench.Connector.GlanceAsync(device.PortPath, cancellationToken)),
            UsbPhoneKind.SamsungDownload => new SeenPhone(
                device.PortPath, PhoneMode.Download, name, Blocked(bench.Usb, device) ?? bench.Downloads.ObstacleTo(device)),
            _ => new SeenPhone(device.PortPath, UsbWay.ModeOf(device.Kind), name, UsbWay.Unusable(device)),
        };
    }

    private static SeenPhone OfFastboot(string port, string name, TalkResult<PhoneSight> glance) => glance.Succeeded
        ? new SeenPhone(port, glance.Value.Mode, name, Obstacle: null)
        : new SeenPhone(port, PhoneMode.Bootloader, name, glance.Error);

    private static TalkError? Blocked(UsbBus usb, UsbDevice device) => usb.ObstacleTo(device) is { } error
        ? new TalkError(
            error.Failure is UsbFailure.HeldByOther
                ? FailureCode.PhoneHeldByOtherProgram
                : FailureCode.StationNoPermission,
            error.Text)
        : null;
}
