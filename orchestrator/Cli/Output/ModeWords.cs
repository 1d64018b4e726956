using Espero.Plan.V1;

namespace Espero.Cli.Output;

/// <summary>The modes of a phone, as vendors and our own files call them.</summary>
internal static class ModeWords
{
    public static string Of(PhoneMode mode) => mode switch
    {
        PhoneMode.Unspecified => "",
        PhoneMode.System => "system",
        PhoneMode.Recovery => "recovery",
        PhoneMode.Sideload => "sideload",
        PhoneMode.Bootloader => "bootloader",
        PhoneMode.Fastbootd => "fastbootd",
        PhoneMode.Download => "download",
        PhoneMode.Edl => "edl",
    };
}
