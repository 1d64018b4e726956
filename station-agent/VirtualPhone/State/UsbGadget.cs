using System.Collections.Immutable;

namespace Espero.VirtualPhone.State;

/// <summary>How a phone shows itself on USB.</summary>
/// <param name="Present">Whether a PC sees a device at all.</param>
/// <param name="Interfaces">Class, subclass and protocol of each interface, such as <c>ff/42/03</c>.</param>
public sealed record UsbGadget(bool Present, ImmutableArray<string> Interfaces)
{
    private const string Adb = "ff/42/01";
    private const string Fastboot = "ff/42/03";
    private const string Mtp = "06/01/01";

    public static UsbGadget Of(PhoneMode mode, bool adbEnabled) => mode switch
    {
        PhoneMode.Bootloader or PhoneMode.Fastbootd => new(Present: true, [Fastboot]),
        PhoneMode.System when adbEnabled => new(Present: true, [Mtp, Adb]),
        PhoneMode.System => new(Present: true, [Mtp]),
        PhoneMode.Recovery or PhoneMode.Sideload => new(Present: true, [Adb]),
        PhoneMode.Download => new(Present: true, ["02/02/01", "0a/00/00"]),
        PhoneMode.Edl => new(Present: true, ["ff/ff/ff"]),
        PhoneMode.Booting or PhoneMode.Off => new(Present: false, []),
    };
}
