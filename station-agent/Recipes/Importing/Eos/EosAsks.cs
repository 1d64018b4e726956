using System.Collections.Frozen;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Native.StepNodes;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>What the wizard's pages ask of a person. A page that is only to be read is no step.</summary>
internal static class EosAsks
{
    private static readonly FrozenDictionary<string, (string Sentence, string? Mode, string Need)> Known =
        new Dictionary<string, (string, string?, string)>
        {
            ["activate-developer-options"] = ("enable-developer-options", null, "touch"),
            ["activate-usb-debugging"] = ("accept-usb-debugging", null, "touch"),
            ["enable-usb-file-transfer"] = ("enable-file-transfer", null, "touch"),
            ["bootloader-to-recovery-manually"] = ("start-recovery", "recovery", "keys"),
            ["format-device"] = ("factory-reset-in-recovery", null, "keys"),
            ["go-to-apply-update"] = ("apply-update-from-adb", "sideload", "keys"),
            ["sideload-ended"] = ("leave-recovery", null, "keys"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for a page that asks nothing of its own.</summary>
    public static SourceMap? Find(SourceNode at, string page) =>
        Known.TryGetValue(page, out var known) ? Ask(at, known.Sentence, known.Mode, known.Need)
        : page.StartsWith("unlocking", StringComparison.Ordinal) ? Ask(at, "confirm-unlock-on-phone", null, "keys")
        : page.StartsWith("locking", StringComparison.Ordinal) ? Ask(at, "confirm-lock-on-phone", null, "keys")
        : null;

    /// <summary>Whether the person acts after the page's commands, which the phone shows on its screen.</summary>
    public static bool ComesAfter(string? page) => page?.StartsWith("unlocking", StringComparison.Ordinal) is true;

    /// <summary>How the phone comes into a mode by hand; null where it is simply started.</summary>
    public static SourceMap? ToMode(SourceNode at, string mode) => mode switch
    {
        "bootloader" => Ask(at, "start-bootloader", mode, "keys"),
        "recovery" => Ask(at, "start-recovery", mode, "keys"),
        _ => null,
    };

    private static SourceMap Ask(SourceNode at, string sentence, string? mode, string need) =>
        Step(at, "ask", [("sentence", Text(at, sentence)), .. Maybe(at, "mode", mode), ("needs", Text(at, need))]);
}
