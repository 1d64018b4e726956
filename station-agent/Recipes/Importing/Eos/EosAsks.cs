using System.Collections.Frozen;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

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
            ["format-device"] = (AskCodes.FormatData, null, "keys"),
            ["go-to-apply-update"] = (AskCodes.OpenSideload, "sideload", "keys"),
            ["sideload-ended"] = (AskCodes.RestartSystem, null, "keys"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for a page that asks nothing of its own.</summary>
    public static SourceMap? Find(SourceNode at, string page, ModelFacts model) =>
        Known.TryGetValue(page, out var known) ? HandSteps.Ask(at, known.Sentence, known.Need, known.Mode)
        : page == "bootloader-to-recovery-manually" ? ToMode(at, "recovery", model)
        : null;

    /// <summary>How the phone comes into a mode by hand; null where it is simply started.</summary>
    public static SourceMap? ToMode(SourceNode at, string mode, ModelFacts model) =>
        mode is "bootloader" or "recovery" ? HandSteps.Keys(at, model.KeysInto(mode), mode) : null;
}
