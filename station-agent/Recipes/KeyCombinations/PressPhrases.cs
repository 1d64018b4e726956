using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>Holding, pressing, waiting and letting go.</summary>
internal static class PressPhrases
{
    private const string When = "(?:when|after|once|until|till) ";

    public static readonly ImmutableArray<Phrase> All =
    [
        new(
            $"in order to exit download mode and reboot, hold {Phrase.Keys} for about (?<seconds>\\d+) seconds",
            (match, draft) =>
            {
                draft.Leave();
                draft.Add(new Tap(Phrase.KeysOf(match), Seconds: Seconds(Phrase.TextOf(match, "seconds"))));
            }),
        new("(?:immediately )?hold (?:it|them) again", draft => draft.HoldAgain()),
        new(
            $"(?:press and )?hold (?:the )?{Phrase.Keys}(?: for (?<seconds>\\d+) seconds)",
            (match, draft) => draft.Add(new Tap(Phrase.KeysOf(match), Seconds: Seconds(Phrase.TextOf(match, "seconds"))))),
        new($"(?:press and )?hold (?:the )?{Phrase.Keys}", (match, draft) => draft.Add(new Hold(Phrase.KeysOf(match)))),
        new($"press (?:the )?{Phrase.Keys} while plugging it into a pc", (match, draft) =>
            draft.Add(new Hold(Phrase.KeysOf(match)), new PlugIn(Plug.UsbCable))),
        new($"jump the {Phrase.Keys} pin", (match, draft) => draft.Add(new Hold(Phrase.KeysOf(match)))),
        new(
            $"keep (?:holding|pressed)(?: both buttons| buttons| the two other keys| {Phrase.Keys})?|continue",
            _ => { }), // held keys stay held anyway
        new(
            $"press (?:the )?{Phrase.Keys} {When}(?:{CuePhrases.Pattern})",
            (match, draft) => draft.Add(CuePhrases.Of(match), new Tap(Phrase.KeysOf(match)))),
        new(
            $"(?:tap|click|press) (?:the )?{Phrase.Keys} until \"?(?<text>[^\".]+?)\"? is selected",
            (match, draft) => draft.Add(new Tap(Phrase.KeysOf(match), KeyText.Shown(Phrase.TextOf(match))))),
        new(
            $"press (?:the )?{Phrase.Keys} for (?<seconds>\\w+) seconds to select",
            (match, draft) => draft.Add(new Tap(Phrase.KeysOf(match), Seconds: Seconds(Phrase.TextOf(match, "seconds"))))),
        new($"press {Phrase.Keys} to select(?: this option)?|press the {Phrase.Keys} to select this option", (match, draft) =>
            draft.Press(Phrase.KeysOf(match))),
        new(
            $"second recovery: to boot the fota recovery, press {Phrase.Keys} instead",
            (match, draft) => draft.Add(new Instead(Phrase.KeysOf(match)))),
        new($"(?:tap|press|click) (?:the )?{Phrase.Keys}(?: button)?(?: once more)?", (match, draft) => draft.Press(Phrase.KeysOf(match))),
        new("tap power", draft => draft.Press([PhoneKey.Power])),
        new(
            @"at the (?<text>\w+) splash screen press menu within 10 seconds",
            (match, draft) => draft.Add(new WaitFor(Cue.Logo, KeyText.Shown(Phrase.TextOf(match))), new Tap([PhoneKey.Menu]))),
        // The moment may be named behind the letting go.
        new(
            $"(?:release|let go of)(?: the)?(?: {Phrase.Keys})?(?: button)?(?: immediately)?(?: for a brief second)? "
            + $"{When}(?:{CuePhrases.Pattern})",
            (match, draft) => draft.Add(CuePhrases.Of(match), new LetGo(Phrase.KeysOf(match)))),
        new(
            $"release (?:the )?{Phrase.Keys}(?: button)?(?: for a second)?",
            (match, draft) => draft.Add(new LetGo(Phrase.KeysOf(match)))),
        new("release(?: both buttons| both| all buttons| the buttons)?|remove the jumper", draft => draft.Add(new LetGo([]))),
        new($"{When}(?:{CuePhrases.Pattern})", (match, draft) => draft.Add(CuePhrases.Of(match))),
        new("wait a second", draft => draft.Add(new Pause(1))),
    ];

    private static int Seconds(string word) => word == "two" ? 2 : int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);
}
