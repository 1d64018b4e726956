using System.Collections.Frozen;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>What the wizard's pages ask of a person. A page that is only to be read is no step.</summary>
internal static class EosAsks
{
    private static readonly FrozenDictionary<string, (string Sentence, string? Mode, string Need)> Known =
        new Dictionary<string, (string, string?, string)>
        {
            ["activate-developer-options"] = (AskCodes.DeveloperOptions, null, "touch"),
            ["activate-usb-debugging"] = (AskCodes.UsbDebugging, null, "touch"),
            ["enable-usb-file-transfer"] = (AskCodes.FileTransfer, null, "touch"),
            ["bootloader-to-recovery-manually"] = (AskCodes.KeysInto("recovery"), "recovery", "keys"),
            ["format-device"] = (AskCodes.FormatData, null, "keys"),
            ["go-to-apply-update"] = (AskCodes.OpenSideload, "sideload", "keys"),
            ["sideload-ended"] = (AskCodes.RestartSystem, null, "keys"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for a page that asks nothing of its own.</summary>
    public static SourceMap? Find(SourceNode at, string page) =>
        Known.TryGetValue(page, out var known) ? Ask(at, known.Sentence, known.Mode, known.Need)
        : page.StartsWith("unlocking", StringComparison.Ordinal) ? Ask(at, AskCodes.ConfirmUnlock, null, "keys")
        : page.StartsWith("locking", StringComparison.Ordinal) ? Ask(at, AskCodes.ConfirmLock, null, "keys")
        : null;

    /// <summary>Whether the person acts after the page's commands, which the phone shows on its screen.</summary>
    public static bool ComesAfter(string? page) => page?.StartsWith("unlocking", StringComparison.Ordinal) is true;

    /// <summary>How the phone comes into a mode by hand; null where it is simply started.</summary>
    public static SourceMap? ToMode(SourceNode at, string mode) => mode switch
    {
        "bootloader" => Ask(at, AskCodes.KeysInto(mode), mode, "keys"),
        "recovery" => Ask(at, AskCodes.KeysInto(mode), mode, "keys"),
        _ => null,
    };

    private static SourceMap Ask(SourceNode at, string sentence, string? mode, string need) =>
        Step(at, "ask", [("sentence", Text(at, sentence)), .. Maybe(at, "mode", mode), ("needs", Text(at, need))]);
}
