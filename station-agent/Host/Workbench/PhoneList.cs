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
    /// <summary>By port. Changes nothing, and opens on USB nothing but what adb has open already.</summary>
    /// <param name="elsewhere">Where phones are on the network: nothing shows them, so each is asked.</param>
    public static async Task<IReadOnlyList<SeenPhone>> ReadAsync(
        PhoneBench bench, IReadOnlyList<PortAddress> elsewhere, CancellationToken cancellationToken)
    {
        var devices = bench.Usb.List().Where(device => device.Kind != UsbPhoneKind.Unknown).ToArray();
        var listed = await ListAsync(bench.Adb, devices, cancellationToken);
        return
        [
            .. devices.Select(device => Of(
                bench,
                device,
                listed.Value?.FirstOrDefault(phone => phone.DevicePath == AdbDesk.DevicePathOf(device.PortPath)),
                listed.Error)),
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

    private static SeenPhone Of(PhoneBench bench, UsbDevice device, AdbDevice? adb, TalkError? adbError)
    {
        var name = $"{device.Manufacturer} {device.Product}".Trim();
        return device.Kind switch
        {
            UsbPhoneKind.Adb when adb is null => new SeenPhone(
                device.PortPath, PhoneMode.System, name, adbError ?? Blocked(bench.Usb, device) ?? AdbWay.Unlisted),
            UsbPhoneKind.Adb => new SeenPhone(device.PortPath, AdbTalk.ModeOf(adb.State) ?? PhoneMode.Unspecified, name, AdbWay.ObstacleOf(adb)),
            UsbPhoneKind.Fastboot => new SeenPhone(device.PortPath, PhoneMode.Bootloader, name, Blocked(bench.Usb, device)),
            UsbPhoneKind.SamsungDownload => new SeenPhone(
                device.PortPath, PhoneMode.Download, name, Blocked(bench.Usb, device) ?? bench.Downloads.ObstacleTo(device)),
            _ => new SeenPhone(device.PortPath, UsbWay.ModeOf(device.Kind), name, UsbWay.Unusable(device)),
        };
    }

    private static TalkError? Blocked(UsbBus usb, UsbDevice device) => usb.ObstacleTo(device) is { } error
        ? new TalkError(
            error.Failure is UsbFailure.HeldByOther
                ? FailureCode.PhoneHeldByOtherProgram
                : FailureCode.StationNoPermission,
            error.Text)
        : null;
}
