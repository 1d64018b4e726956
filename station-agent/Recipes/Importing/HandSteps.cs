using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>Makes the steps that a person does.</summary>
internal static class HandSteps
{
    /// <param name="needs">Words of the vocabulary: "touch", "keys", "sim", "account".</param>
    /// <param name="words">The source's own, beneath our sentence.</param>
    public static SourceMap Ask(SourceNode at, string sentence, IEnumerable<string> needs, string? mode = null, string? words = null) =>
        Ask(at, sentence, AskPictures.Find(sentence), needs, mode, words);

    public static SourceMap Ask(SourceNode at, string sentence, string need, string? mode = null, string? words = null) =>
        Ask(at, sentence, [need], mode, words);

    /// <summary>Keys that lead into a mode. A combination that the data does not tell is asked for by the mode's name.</summary>
    /// <param name="otherwise">What is drawn all the same where the combination is not known as a whole.</param>
    public static SourceMap Keys(
        SourceNode at, KeyCombination? keys, string mode, string? words = null, KeyCombination? otherwise = null) =>
        CodeOf(keys) is { } code
            ? Ask(at, code, code, ["keys"], mode, words)
            : Ask(at, AskCodes.KeysInto(mode), CodeOf(otherwise) ?? AskPictures.Find(AskCodes.KeysInto(mode)), ["keys"], mode, words);

    private static string? CodeOf(KeyCombination? keys) =>
        keys is { NeedsKeys: true } && KeyCode.TryWrite(keys, out var code) ? code : null;

    private static SourceMap Ask(
        SourceNode at, string sentence, string? picture, IEnumerable<string> needs, string? mode, string? words)
    {
        SourceNode[] needed = [.. needs.Distinct().Select(need => Text(at, need))];
        return Step(
            at,
            "ask",
            [
                ("sentence", Text(at, sentence)),
                .. DraftSteps.Maybe(at, "picture", picture),
                .. needed.Length == 0 ? [] : new (string, SourceNode)[] { ("needs", List(at, needed)) },
                .. DraftSteps.Maybe(at, "mode", mode),
                .. DraftSteps.OwnWords(at, words),
            ]);
    }
}
