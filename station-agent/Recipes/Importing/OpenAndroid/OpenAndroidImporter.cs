using System.Collections.Immutable;
using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.OpenAndroid;

/// <summary>
/// Reads a configuration of OpenAndroidInstaller: how the bootloader is opened and a recovery started. What comes then is the same
/// for every model and stands in that program, not in its data: wipe in the recovery, sideload, restart.
/// </summary>
internal static class OpenAndroidImporter
{
    public const string DataSet = "openandroidinstaller";

    public static IEnumerable<RecipeDraft> Read(SourceMap map, ImportScope scope)
    {
        if (map.Map("metadata") is not { } head || ImportedModel.Find(scope, DataSet) is not { } model)
        {
            scope.Errors.Add(map, ImportComplaints.NoModel(scope.FileName));
            yield break;
        }

        var commands = new OpenAndroidCommands(head, scope);
        var locked = Map(map, ("not", Map(map, ("getvar.unlocked", Text(map, "yes")))));
        var steps = map.Map("steps") ?? map;
        SourceMap[] unlock = [.. Pages(steps, "unlock_bootloader").SelectMany(commands.Read).Select(step => IsUnlock(step) ? WithCondition(map, step, locked) : step)];
        SourceMap[] recovery = [.. Pages(steps, "boot_recovery").SelectMany(commands.Read)];
        SourceMap[] all = [.. commands.Brought(map), .. Said(map), .. unlock, .. recovery, .. Install(map, commands.Rom)];
        yield return new RecipeDraft
        {
            Name = RecipeName.Of($"{model.Codename} recovery"),
            Model = model.Id,
            System = "Android",
            Identity = ModelIdentity.Of(map, model),
            Requires = Requires(map),
            Files = [.. commands.Files],
            Steps = [.. all],
        };
    }

    private static ImmutableArray<SourceMap> Pages(SourceMap steps, string section) => steps.Maps(section);

    private static bool IsUnlock(SourceMap step) => step.Entries[0].Key.Text is "unlock" or "oem-command";

    private static IEnumerable<SourceMap> Install(SourceNode at, string rom) =>
    [
        Await(at, "recovery"),
        Short(at, "shell", Text(at, "twrp format data")),
        .. Reboot(at, "sideload"),
        Short(at, "sideload", Text(at, rom)),
        .. Reboot(at, "system"),
    ];

    // "12 (S)": what stands before the blank is a version.
    private static ImmutableArray<SourceNode> Requires(SourceMap map) =>
        [.. map.Map("requirements")?.Text("android") is { } android
            ? [Test(map, "getprop.ro.build.version.release", "at-least", android.Split(' ')[0])]
            : Array.Empty<SourceNode>()];

    // A maker's own name of its firmware is only for people.
    private static IEnumerable<SourceMap> Said(SourceMap map) => map.Map("requirements")?.Text("firmware") is { } firmware
        ? [Step(map, "ask", [("sentence", Text(map, AskCodes.CheckFirmware)), ("words", Text(map, firmware))])]
        : [];
}
