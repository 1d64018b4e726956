using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>Picking an item of a menu, answering the phone's questions, and what is to be seen at the end.</summary>
internal static class MenuPhrases
{
    private const string Confirm = @"(?<confirm>\{\w\})";
    private const string Item =
        @"(?:""(?<text>[^""]+)""|(?<text>recovery mode|recovery|fastboot/bootloader mode|bootloader mode|fastboot))";

    private static readonly ImmutableArray<PhoneKey> VolumeKeys = [PhoneKey.VolumeUp, PhoneKey.VolumeDown];

    public static readonly ImmutableArray<Phrase> All =
    [
        new("on the next screen|in the bootloader", _ => { }),
        new("use volume rockers to navigate and power button to choose between the modes", draft =>
            draft.Add(new Choose("", VolumeKeys, PhoneKey.Power))),
        new(
            $"use (?:the volume buttons|{Phrase.Keys}) to (?:scroll|navigate)(?: (?:to|until on) {Item})? and (?:then )?"
            + $"(?:press )?{Confirm} to (?:select|choose)",
            (match, draft) => draft.Add(Chosen(match, Moving(match)))),
        new(
            $"select {Item} using volume keys(?: and press {Confirm})?|with the volume rocker select {Item}",
            (match, draft) => draft.Add(Chosen(match, VolumeKeys))),
        new(
            $"navigate using the volume buttons and select {Item} by pressing {Confirm}",
            (match, draft) => draft.Add(Chosen(match, VolumeKeys))),
        new(
            $"select {Item} by pressing volume button, press the power button to reboot to recovery",
            (match, draft) => draft.Add(Chosen(match, VolumeKeys) with { Confirming = PhoneKey.Power })),
        new($"use the menu to select {Item}", (match, draft) => draft.Add(Chosen(match, []))),
        new($"select {Item} from bootloader using the hardware keys", (match, draft) => draft.Add(Chosen(match, []))),
        new(@"select the (?<text>\w+) entry", (match, draft) => draft.Add(Chosen(match, []))),
        new(
            $"use (?:the volume keys|{Phrase.Keys}) to select {Item} and confirm with {Confirm}",
            (match, draft) => draft.Add(Chosen(match, Moving(match)))),
        new(
            $"use the volume buttons to switch to {Item} and push {Confirm} to confirm your selection",
            (match, draft) => draft.Add(Chosen(match, VolumeKeys))),
        new(
            "you might be prompted to select a mode to boot into. if that happens, follow the on-screen instructions and "
            + $"select {Item} mode",
            (match, draft) => draft.Add(Chosen(match, []))),
        new($"(?:choose|select) {Item}", (match, draft) => draft.Add(Chosen(match, []))),
        new("choose 'yes' twice to confirm", draft => draft.AnswerYes(2)),
        new(
            "answer yes to erase all user data & restore default settings|when prompted to erase all user data, choose 'yes'"
            + "|once again choose 'yes' to confirm and then device will boot to recovery",
            draft => draft.AnswerYes(1)),
        new("it should (?:say '[^']+'|show a menu)[^.]*|after some seconds you'll see the fastboot mode", _ => { }),
        new(
            "the notification light should turn blue|the led indicator has to light up blue",
            draft => draft.Add(new Expect(Sign.BlueLight))),
        new("the screen should show a blue star", draft => draft.Add(new Expect(Sign.BlueStar))),
        new("at this point you can communicate .*", draft => draft.Add(new Expect(Sign.OtherTool))),
    ];

    private static Choose Chosen(Match match, ImmutableArray<PhoneKey> moving) => new(
        KeyText.Shown(Phrase.TextOf(match)),
        moving,
        Phrase.KeysOf(match, "confirm") is [var confirming] ? confirming : null);

    private static ImmutableArray<PhoneKey> Moving(Match match) => Phrase.KeysOf(match) is { IsEmpty: false } keys ? keys : VolumeKeys;
}
