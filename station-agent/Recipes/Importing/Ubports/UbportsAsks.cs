using System.Collections.Frozen;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>What the installer asks a person to do: our sentence where one fits its well-known names, and always its own words beneath.</summary>
internal static class UbportsAsks
{
    // By the installer's own conventions these imply that the phone is then in this mode.
    private static readonly FrozenDictionary<string, string> Modes = new Dictionary<string, string>
    {
        ["bootloader"] = "bootloader",
        ["bootloader_from_fastbootd"] = "bootloader",
        ["recovery"] = "recovery",
        ["download"] = "download",
        ["fastbootd"] = "fastbootd",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Sentence, string? Need)> Known = new Dictionary<string, (string, string?)>
    {
        ["boot"] = (AskCodes.StartPhone, "keys"),
        ["reboot"] = (AskCodes.StartPhone, "keys"),
        ["reboot_from_bootloader"] = (AskCodes.StartPhone, "keys"),
        ["unlock"] = (AskCodes.UnlockAsMakerSays, "touch"),
        ["unlock_phone"] = (AskCodes.UnlockAsMakerSays, "touch"),
        ["confirm_model"] = (AskCodes.ConfirmModel, null),
        ["confirm_os"] = (AskCodes.FirmwareAsNamed, null),
        ["confirm_firmware"] = (AskCodes.FirmwareAsNamed, null),
        ["confirm_bootloader"] = (AskCodes.FirmwareAsNamed, null),
        ["confirm_vendorimage"] = (AskCodes.FirmwareAsNamed, null),
        ["upgrade_android"] = (AskCodes.UpdateAndroid, null),
        ["downgrade_android"] = (AskCodes.DowngradeAndroid, null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Which keys the installer's own two pictures show.
    private static readonly FrozenDictionary<string, PhoneKey> Pictures = new Dictionary<string, PhoneKey>
    {
        ["phone_power_up"] = PhoneKey.VolumeUp,
        ["phone_power_down"] = PhoneKey.VolumeDown,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static SourceMap Of(SourceNode at, SourceMap file, string action)
    {
        var said = file.Map("user_actions")?.Map(action);
        var words = said?.Text("description");
        if (Modes.TryGetValue(action, out var mode))
        {
            return HandSteps.Keys(at, Keys(words), mode, words, Picture(said));
        }

        var (sentence, need) = Known.GetValueOrDefault(action, (AskCodes.FollowTheSource, null));
        sentence = sentence is AskCodes.UpdateAndroid or AskCodes.DowngradeAndroid ? AndroidAsk.Of(sentence, words) : sentence;
        return HandSteps.Ask(at, sentence, Needs(need, words), words: words);
    }

    /// <summary>Asks which of several models it is that call themselves the same.</summary>
    public static IEnumerable<SourceMap> Doppelgangers(SourceMap file)
    {
        if (file.Texts("doppelgangers") is { IsEmpty: false } others)
        {
            yield return HandSteps.Ask(file, AskCodes.ConfirmModel, [], words: $"{file.Text("name")} ≠ {string.Join(", ", others)}");
        }
    }

    private static KeyCombination? Keys(string? words) =>
        words is not null && KeyTextReader.TryRead(words, out var keys, out _) ? keys : null;

    private static IEnumerable<string> Needs(string? need, string? words) =>
        new[] { need, SimWords.Ask(words) ? "sim" : null }.OfType<string>();

    // For words that are not understood: the keys that are held first.
    private static KeyCombination? Picture(SourceMap? said) => Pictures.TryGetValue(said?.Text("image") ?? "", out var volume)
        ? new KeyCombination(PowerState.Off, CableState.Any, [new Hold([volume, PhoneKey.Power])], [])
        : null;
}
