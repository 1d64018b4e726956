using System.Collections.Frozen;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Native.StepNodes;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>What the installer asks a person to do: our sentence where one fits its well-known names, and always its own words beneath.</summary>
internal static class UbportsAsks
{
    private const string AnyOther = "follow-the-source";
    private const int MaxWords = 1000;

    // By the installer's own conventions the first four imply that the phone is then in this mode.
    private static readonly FrozenDictionary<string, (string Sentence, string? Mode, string? Need)> Known =
        new Dictionary<string, (string, string?, string?)>
        {
            ["bootloader"] = ("start-bootloader", "bootloader", "keys"),
            ["recovery"] = ("start-recovery", "recovery", "keys"),
            ["download"] = ("start-download", "download", "keys"),
            ["fastbootd"] = ("start-fastbootd", "fastbootd", "keys"),
            ["bootloader_from_fastbootd"] = ("start-bootloader", "bootloader", "keys"),
            ["boot"] = ("start-phone", null, "keys"),
            ["reboot"] = ("start-phone", null, "keys"),
            ["reboot_from_bootloader"] = ("start-phone", null, "keys"),
            ["unlock"] = ("unlock-as-maker-says", null, "touch"),
            ["unlock_phone"] = ("unlock-as-maker-says", null, "touch"),
            ["confirm_model"] = ("confirm-model", null, null),
            ["confirm_os"] = ("confirm-firmware", null, null),
            ["confirm_firmware"] = ("confirm-firmware", null, null),
            ["upgrade_android"] = ("confirm-firmware", null, null),
            ["downgrade_android"] = ("confirm-firmware", null, null),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static SourceMap Of(SourceNode at, SourceMap file, string action)
    {
        var (sentence, mode, need) = Known.GetValueOrDefault(action, (AnyOther, null, null));
        var said = file.Map("user_actions")?.Map(action);
        var words = said?.Text("description") ?? "";
        return Step(
            at,
            "ask",
            [
                ("sentence", Text(at, sentence)),
                .. Maybe(at, "mode", mode),
                .. Maybe(at, "needs", need),
                .. Maybe(at, "words", words.Length <= MaxWords ? words : words[..MaxWords]),
            ]);
    }
}
