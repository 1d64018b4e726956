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
    public static IEnumerable<SourceMap> InSystem(LineageDevice device)
    {
        if (Method(device) is not null && device.Unlock.NeedsSwitch)
        {
            var at = device.Place("install_method");
            yield return UnlockSteps.UnlessAllowed(at, HandSteps.Ask(at, AskCodes.AllowUnlock, "touch"));
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
            ? [UnlockSteps.WhereClosed(at, Unlock(device, at, method))]
            : UnlockSteps.Look(at, AskCodes.ArrivesUnlocked(device.Unlock));
    }

    private static IEnumerable<SourceMap> Unlock(LineageDevice device, SourceNode at, string method) =>
    [
        .. UnlockSteps.Unlock(at, Short(at, "unlock", Text(at, method)), UnlockSteps.Confirmation(at)),
        .. UnlockSteps.SeeOpened(at, HandSteps.Keys(device.Place("download_boot"), device.BootloaderKeys, "bootloader")),
    ];

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
