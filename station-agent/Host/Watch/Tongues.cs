using Espero.Plan.V1;

namespace Espero.Station.Watch;

/// <summary>Says which protocol belongs to which mode.</summary>
internal static class Tongues
{
    public static Tongue Of(PhoneMode mode) => mode switch
    {
        PhoneMode.System or PhoneMode.Recovery or PhoneMode.Sideload => Tongue.Adb,
        PhoneMode.Download or PhoneMode.Edl => Tongue.Download,
        PhoneMode.Unspecified or PhoneMode.Bootloader or PhoneMode.Fastbootd => Tongue.Fastboot,
    };
}
