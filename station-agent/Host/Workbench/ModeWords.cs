using Espero.Plan.V1;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench;

/// <summary>What people call the modes of a phone.</summary>
internal static class ModeWords
{
    public static Sentence Of(PhoneMode mode) => mode switch
    {
        PhoneMode.System => new("system", "système"),
        PhoneMode.Recovery => new("recovery", "recovery"),
        PhoneMode.Sideload => new("sideload", "sideload"),
        PhoneMode.Bootloader => new("bootloader", "bootloader"),
        PhoneMode.Fastbootd => new("fastbootd", "fastbootd"),
        PhoneMode.Download => new("download mode", "mode download"),
        PhoneMode.Edl => new("emergency mode", "mode de secours"),
        PhoneMode.Unspecified => new("not known", "inconnu"),
    };
}
