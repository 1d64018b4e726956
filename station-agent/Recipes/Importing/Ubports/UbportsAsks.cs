using System.Collections.Frozen;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>What the installer asks a person to do: our sentence where one fits its well-known names, and always its own words beneath.</summary>
internal static class UbportsAsks
{
    // By the installer's own conventions the first four imply that the phone is then in this mode.
    private static readonly FrozenDictionary<string, (string Sentence, string? Mode, string? Need)> Known =
        new Dictionary<string, (string, string?, string?)>
        {
            ["bootloader"] = (AskCodes.KeysInto("bootloader"), "bootloader", "keys"),
            ["recovery"] = (AskCodes.KeysInto("recovery"), "recovery", "keys"),
            ["download"] = (AskCodes.KeysInto("download"), "download", "keys"),
            ["fastbootd"] = (AskCodes.KeysInto("fastbootd"), "fastbootd", "keys"),
            ["bootloader_from_fastbootd"] = (AskCodes.KeysInto("bootloader"), "bootloader", "keys"),
            ["boot"] = (AskCodes.StartPhone, null, "keys"),
            ["reboot"] = (AskCodes.StartPhone, null, "keys"),
            ["reboot_from_bootloader"] = (AskCodes.StartPhone, null, "keys"),
            ["unlock"] = (AskCodes.UnlockAsMakerSays, null, "touch"),
            ["unlock_phone"] = (AskCodes.UnlockAsMakerSays, null, "touch"),
            ["confirm_model"] = (AskCodes.ConfirmModel, null, null),
            ["confirm_os"] = (AskCodes.CheckFirmware, null, null),
            ["confirm_firmware"] = (AskCodes.CheckFirmware, null, null),
            ["upgrade_android"] = (AskCodes.CheckFirmware, null, null),
            ["downgrade_android"] = (AskCodes.CheckFirmware, null, null),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static SourceMap Of(SourceNode at, SourceMap file, string action)
    {
        var (sentence, mode, need) = Known.GetValueOrDefault(action, (AskCodes.FollowTheSource, null, null));
        var said = file.Map("user_actions")?.Map(action);
        return Step(
            at,
            "ask",
            [
                ("sentence", Text(at, sentence)),
                .. Maybe(at, "mode", mode),
                .. Maybe(at, "needs", need),
                .. OwnWords(at, said?.Text("description")),
            ]);
    }
}
