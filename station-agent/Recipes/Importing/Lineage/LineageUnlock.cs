using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>
/// Opens the bootloader where its own command does it, also with a code of the maker's for this one phone. Where the wiki does not
/// say which command takes what the maker gives, or it takes an account's leave, the phone arrives opened: the recipe only looks, and
/// names the maker's way.
/// </summary>
internal static class LineageUnlock
{
    private const string WithCode = "code"; // who was given one has agreed already: the phone asks nothing

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
        .. UnlockSteps.Unlock(at, Short(at, "unlock", Text(at, method)), method == WithCode ? null : UnlockSteps.Confirmation(at)),
        .. UnlockSteps.SeeOpened(at, HandSteps.Keys(device.Place("download_boot"), device.BootloaderKeys, "bootloader")),
    ];

    private static string? Method(LineageDevice device) => device.Unlock switch
    {
        { IsStillOffered: false } => null,
        { Way: UnlockWay.Command } => OwnCommand(device.UnlockCommand),

        // "fastboot oem unlock" with the code, says Sony's page; those of the other makers send people to the maker's own.
        { Way: UnlockWay.VendorCode, Procedure: "sony" } => WithCode,
        _ => null,
    };

    // The method's page has the elder command where the file names none; a command of one maker's own is not a recipe's.
    private static string? OwnCommand(string? named) => named switch
    {
        null or "fastboot oem unlock" => "oem",
        "fastboot flashing unlock" => "flashing",
        _ => null,
    };
}
