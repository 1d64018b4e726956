using System.Collections.Immutable;
using static Espero.VirtualPhone.Faults.FaultCatalogue;

namespace Espero.VirtualPhone.Faults;

/// <summary>Between the station and the phone.</summary>
internal static class ConnectionFaults
{
    private const int FlapBytes = 32;

    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        OfPhone("phone-not-seen", "Every port stays closed until somebody holds the keys.", Does(Misbehaviour.IsAbsent)),
        OfPhone("cable-faulty", "Every connection breaks after 32 bytes, before a command is answered.", new FlapFault(FlapBytes)),
        OfPhone("cable-lost", "Every download breaks off half-way.", On("download:", new DropEffect(Unplugs: false))),
        OfPhone(
            "phone-unplugged",
            "A download breaks off half-way, and the phone stays away.",
            On("download:", new DropEffect(Unplugs: true))),
        OfPhone("phone-silent", "Nothing is answered to flash.", On("flash:", new SilenceEffect())),
        OfPhone("protocol-nonsense", "Bytes that are no reply answer flash.", On("flash:", new NonsenseEffect())),
        OfPhone("mode-not-reached", "No reboot ever ends.", new HangFault()),
        OfPhone(
            "phone-not-authorized",
            "The system asks on its screen whether to trust the adb server, and nobody answers.",
            new ConditionFault { AdbTrust = AdbTrust.Ask }),
        OfPhone("debugging-off", "The system runs with USB debugging off.", new ConditionFault { AdbEnabled = false }),
        OfPhone("phone-offline", "adb takes connections and never answers them.", Does(Misbehaviour.AdbIsMute)),
    ];
}
