using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>Makes the steps that a person does.</summary>
internal static class HandSteps
{
    public static SourceMap Ask(SourceNode at, string sentence, string need, string? mode = null) => Step(
        at,
        "ask",
        [
            ("sentence", Text(at, sentence)),
            ("needs", List(at, Text(at, need))),
            .. DraftSteps.Maybe(at, "mode", mode),
        ]);

    /// <summary>Keys that lead into a mode. A combination that the data does not tell is asked for by the mode's name.</summary>
    public static SourceMap Keys(SourceNode at, KeyCombination? keys, string mode) =>
        keys is { NeedsKeys: true } && KeyCode.TryWrite(keys, out var code)
            ? Step(
                at,
                "ask",
                ("sentence", Text(at, code)),
                ("picture", Text(at, code)),
                ("needs", List(at, Text(at, "keys"))),
                ("mode", Text(at, mode)))
            : Ask(at, AskCodes.KeysInto(mode), "keys", mode);
}
