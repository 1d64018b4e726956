using Espero.Station.Protocols.Adb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Opens conversations over adb, with a phone on the network or on a USB port.</summary>
internal sealed class AdbWay(AdbDesk desk)
{
    /// <summary>Why a phone that offers adb on USB cannot be spoken to when our server does not list it.</summary>
    public static TalkError Unlisted { get; } = new(
        FailureCode.PhoneOffline,
        "The phone offers adb, and the station's adb server does not reach it: it does not answer, or another adb server has it.")
    {
        French = "Le téléphone propose adb, mais le serveur adb du poste ne l'atteint pas : il ne répond pas, ou un autre serveur adb le tient.",
    };

    /// <summary>The phone that offers adb on a USB port, as far as our server sees it.</summary>
    public async Task<TalkResult<PhoneTalk>> ConnectAsync(PhoneWay.Usb usb, CancellationToken cancellationToken)
    {
        var found = await FindAsync(device => device.DevicePath == AdbDesk.DevicePathOf(usb.Path), [usb.Path], cancellationToken);
        return found.Succeeded || found.Error.FailureClass is not FailureCode.PhoneNotSeen ? found : Unlisted;
    }

    /// <summary>The phone at a network address. Our server knows it only once it was told of it.</summary>
    public async Task<TalkResult<PhoneTalk>> ConnectAsync(PhoneWay.Adb address, CancellationToken cancellationToken)
    {
        var found = await FindAsync(device => device.Serial == address.Serial, [], cancellationToken);
        if (found.Succeeded || found.Error.FailureClass is not (FailureCode.PhoneNotSeen or FailureCode.PhoneOffline))
        {
            return found;
        }

        var client = await desk.ClientAsync(cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var connected = await client.Value.ConnectAsync(address.Host, address.Port, cancellationToken);
        return connected.Succeeded
            ? await FindAsync(device => device.Serial == address.Serial, [], cancellationToken)
            : connected.Error.ToTalkError();
    }

    /// <summary>Why a phone that the server lists cannot be spoken to; null when it can.</summary>
    public static TalkError? ObstacleOf(AdbDevice device)
    {
        var failureClass = device.State switch
        {
            AdbState.Unauthorized or AdbState.Authorizing => FailureCode.PhoneNotAuthorized,
            AdbState.NoPermissions => FailureCode.StationNoPermission,
            AdbState.Connecting or AdbState.Offline => FailureCode.PhoneOffline,
            _ => AdbTalk.ModeOf(device.State) is null ? FailureCode.ProtocolNonsense : null,
        };
        return failureClass is null ? null : new TalkError(failureClass, $"The adb server calls the phone '{device.StateText}'.")
        {
            French = $"Le serveur adb dit de ce téléphone : « {device.StateText} ».",
        };
    }

    private async Task<TalkResult<PhoneTalk>> FindAsync(Predicate<AdbDevice> wanted, string[] usbPorts, CancellationToken cancellationToken)
    {
        var client = await desk.ClientAsync(cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var listed = await desk.ListAsync(usbPorts, cancellationToken);
        if (!listed.Succeeded)
        {
            return listed.Error;
        }

        if (listed.Value.FirstOrDefault(device => wanted(device)) is not { } device)
        {
            return new TalkError(FailureCode.PhoneNotSeen, "The adb server lists no such phone.");
        }

        return ObstacleOf(device) is { } obstacle ? obstacle
            : new AdbTalk(client.Value, device, AdbTalk.ModeOf(device.State) ?? Plan.V1.PhoneMode.Unspecified);
    }
}
