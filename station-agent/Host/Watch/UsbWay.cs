using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>Opens conversations with what hangs on a USB port, by what its descriptors say it is.</summary>
internal sealed class UsbWay(
    UsbBus bus, SocketHealth sockets, AdbWay adb, DownloadDesk downloads, FastbootOptions options, TimeProvider time)
{
    public async Task<TalkResult<PhoneTalk>> ConnectAsync(PhoneWay.Usb usb, Action<string> onMessage, CancellationToken cancellationToken)
    {
        if (OverCurrent(usb) is { } alarm)
        {
            return alarm;
        }

        if (Find(usb) is not { } device)
        {
            return sockets.CableFault(usb.Path) ?? new TalkError(FailureCode.PhoneNotSeen, $"Nothing is plugged in on port {usb.Path}.");
        }

        return device.Kind switch
        {
            UsbPhoneKind.Fastboot => FastbootTalk.Of(
                await FastbootUsb.ConnectAsync(bus, usb.Path, options, time, onMessage, cancellationToken)),
            UsbPhoneKind.Adb => await adb.ConnectAsync(usb, cancellationToken),
            UsbPhoneKind.SamsungDownload => downloads.Connect(device, onMessage),
            _ => sockets.Starvation(device) ?? Unusable(device),
        };
    }

    /// <summary>Too much current has just flowed through this socket; null when not.</summary>
    public TalkError? OverCurrent(PhoneWay.Usb usb) => sockets.OverCurrent(usb.Path);

    /// <summary>This socket's hub has too little power for all that hangs on it; null when it has enough.</summary>
    public TalkError? Shortage(PhoneWay.Usb usb) => sockets.Shortage(usb.Path);

    /// <summary>What tells one uninterrupted presence on a port from the next; empty where nothing is plugged in.</summary>
    public string Stay(PhoneWay.Usb usb) => Find(usb) is { } device ? $"{device.BusNumber}:{device.Address}" : "";

    /// <summary>What the port's descriptors show, without a word to the phone.</summary>
    public PhonePresence Presence(PhoneWay.Usb usb) => (Find(usb)?.Kind ?? UsbPhoneKind.Unknown) switch
    {
        UsbPhoneKind.Unknown => PhonePresence.Nothing,
        UsbPhoneKind.Adb or UsbPhoneKind.WithoutDebugging => PhonePresence.System,
        UsbPhoneKind.Fastboot or UsbPhoneKind.SamsungDownload or UsbPhoneKind.QualcommEdl or UsbPhoneKind.MediaTekBootRom
            or UsbPhoneKind.MediaTekPreloader => PhonePresence.Bootloader,
    };

    /// <summary>Why a device that nobody here can talk to cannot be worked with, in the words of the catalogue of failures.</summary>
    public static TalkError Unusable(UsbDevice device) => device.Kind switch
    {
        UsbPhoneKind.WithoutDebugging => new(FailureCode.DebuggingOff, "The phone runs, and its USB debugging is off.")
        {
            French = "Le téléphone est en marche, et son débogage USB est désactivé.",
        },
        UsbPhoneKind.QualcommEdl => new(
            FailureCode.EmergencyMode, "Qualcomm's emergency download (EDL, 9008), or its memory dump after a crash (900E).")
        {
            French = "Mode d'urgence de Qualcomm (EDL, 9008), ou copie de sa mémoire après un plantage (900E).",
        },
        UsbPhoneKind.MediaTekBootRom => new(FailureCode.EmergencyMode, "MediaTek's boot ROM.")
        {
            French = "ROM de démarrage de MediaTek.",
        },
        UsbPhoneKind.MediaTekPreloader => new(
            FailureCode.EmergencyMode, "MediaTek's preloader; a whole phone leaves it within seconds and starts or charges.")
        {
            French = "Préchargeur de MediaTek ; un téléphone en bon état en sort en quelques secondes, pour démarrer ou charger.",
        },
        UsbPhoneKind.Unknown or UsbPhoneKind.Fastboot or UsbPhoneKind.Adb or UsbPhoneKind.SamsungDownload =>
            new(FailureCode.PhoneNotSeen, "What is plugged in is no phone that is known.")
            {
                French = "Ce qui est branché n'est pas un téléphone connu.",
            },
    };

    /// <summary>The mode that descriptors alone show.</summary>
    public static PhoneMode ModeOf(UsbPhoneKind kind) => kind switch
    {
        UsbPhoneKind.Fastboot => PhoneMode.Bootloader,
        UsbPhoneKind.Adb or UsbPhoneKind.WithoutDebugging => PhoneMode.System,
        UsbPhoneKind.SamsungDownload => PhoneMode.Download,
        UsbPhoneKind.QualcommEdl or UsbPhoneKind.MediaTekBootRom or UsbPhoneKind.MediaTekPreloader => PhoneMode.Edl,
        UsbPhoneKind.Unknown => PhoneMode.Unspecified,
    };

    private UsbDevice? Find(PhoneWay.Usb usb) => bus.List().FirstOrDefault(device => device.PortPath == usb.Path);
}
