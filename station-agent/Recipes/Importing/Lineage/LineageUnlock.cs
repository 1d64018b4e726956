using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>
/// Opens the bootloader where its own command does it. Where the maker must first give a code, a file or an account's leave, the
/// phone arrives opened: the recipe only looks, and names the maker's way.
/// </summary>
internal static class LineageUnlock
{
    private const string Unlocked = "getvar.unlocked";
    private const string SecureState = "getvar.securestate"; // Motorola's bootloaders say it in this one only
    private const string Allowed = "getprop.sys.oem_unlock_allowed";

    public static IEnumerable<SourceMap> InSystem(LineageDevice device)
    {
        if (Method(device) is not null && device.Unlock.NeedsSwitch)
        {
            var at = device.Place("install_method");
            yield return DraftSteps.WithCondition(
                at,
                HandSteps.Ask(at, AskCodes.AllowUnlock, "touch"),
                Map(at, ("not", Map(at, (Allowed, Text(at, "1")))), (Unlocked, Map(at, ("present", Text(at, "false"))))));
        }
    }

    public static IEnumerable<SourceMap> InBootloader(LineageDevice device)
    {
        var at = device.Place("install_method");
        if (device.Unlock.Way == UnlockWay.Open)
        {
            return [];
        }

        return Method(device) is { } method
            ? [DraftSteps.WithFallback(at, Look(at, sentence: null), Unlock(device, at, method))]
            : [ArrivesUnlocked(device, at)];
    }

    // After it the phone has erased itself and starts its old system, which no cable can talk to.
    private static IEnumerable<SourceMap> Unlock(LineageDevice device, SourceNode at, string method) =>
    [
        Short(at, "unlock", Text(at, method)),
        HandSteps.Ask(at, AskCodes.ConfirmUnlock, "keys"),
        HandSteps.Keys(device.Place("download_boot"), device.BootloaderKeys, "bootloader"),
        Look(at, sentence: null),
    ];

    private static SourceMap ArrivesUnlocked(LineageDevice device, SourceNode at)
    {
        var sentence = AskCodes.ArrivesUnlocked(device.Unlock);
        return device.IsMotorola
            ? DraftSteps.WithFallback(at, Look(at, sentence), Look(at, sentence, SecureState, "flashing_unlocked", "unlocked"))
            : Look(at, sentence);
    }

    private static SourceMap Look(SourceNode at, string? sentence) => Look(at, sentence, Unlocked, "yes");

    private static SourceMap Look(SourceNode at, string? sentence, string fact, params string[] values) => Step(
        at,
        "assert",
        [
            ("tests", Test(at, fact, values.Select(value => Text(at, value)))),
            .. DraftSteps.Maybe(at, "sentence", sentence),
        ]);

    // The method's page has the elder command where the file names none; a command of one maker's own is not a recipe's.
    private static string? Method(LineageDevice device) =>
        device.Unlock is not { Way: UnlockWay.Command, IsStillOffered: true } ? null
        : device.UnlockCommand switch
        {
            null or "fastboot oem unlock" => "oem",
            "fastboot flashing unlock" => "flashing",
            _ => null,
        };
}
