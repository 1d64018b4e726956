using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Station.Recipes.KeyCombinations;

namespace Espero.Station.Recipes.Asks;

/// <summary>What is drawn beside a sentence that is about the phone's keys or the menu of its recovery.</summary>
public static class AskPictures
{
    private static readonly ImmutableArray<PhoneKey> Moving = [PhoneKey.VolumeUp, PhoneKey.VolumeDown];

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        [AskCodes.ConfirmUnlock] = Menu(""),
        [AskCodes.ConfirmLock] = Menu(""),
        [AskCodes.OpenSideload] = Menu("APPLY UPDATE", "APPLY FROM ADB"),
        [AskCodes.BackToRecovery] = Menu("ADVANCED", "REBOOT TO RECOVERY"),
        [AskCodes.RestartSystem] = Menu("REBOOT SYSTEM NOW"),
        [AskCodes.FormatData] = Menu("FACTORY RESET", "FORMAT DATA"),
        [AskCodes.KeysInto("fastbootd")] = Menu("ENTER FASTBOOT"),
        [AskCodes.LeaveDownload] = Code(new Tap([PhoneKey.VolumeDown, PhoneKey.Power], Seconds: 8)),
        [AskCodes.StartPhone] = Code(new Hold([PhoneKey.Power])),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The picture's key; null where there is nothing to draw.</summary>
    public static string? Find(string code) => Codes.GetValueOrDefault(code);

    private static string Menu(params string[] items) =>
        Code([.. items.Select(item => new Choose(item, Moving, PhoneKey.Power))]);

    private static string Code(params KeyStep[] steps) =>
        KeyCode.TryWrite(new KeyCombination(PowerState.Any, CableState.Any, [.. steps], []), out var code)
            ? code
            : throw new InvalidOperationException("A picture of more steps than a code has room for.");
}
