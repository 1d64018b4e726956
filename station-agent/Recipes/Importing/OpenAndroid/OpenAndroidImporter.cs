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

        var files = new OpenAndroidFiles(head);
        var commands = new OpenAndroidCommands(head, model, files, scope);
        var steps = map.Map("steps") ?? map;
        SourceMap[] unlock = [.. new OpenAndroidUnlock(map, commands).Steps(steps.Maps("unlock_bootloader"))];
        var recovery = Recovery(steps.Maps("boot_recovery"), commands);
        SourceMap[] install = [.. Install(map, files.NeedByHand(OpenAndroidFiles.System))];
        yield return new RecipeDraft
        {
            Name = RecipeName.Of($"{model.Codename} recovery"),
            Model = model.Id,
            System = "Android",
            Identity = ModelIdentity.Of(map, model),
            Requires = Requires(map),
            Files = [.. files.All],
            Steps = [.. files.Steps(map), .. Said(map), .. unlock, .. recovery, .. install],
            LeftOut = LeftOut(head, [.. steps.Maps("boot_recovery")]),
        };
    }

    // Some files end where the second slot has been filled, in the bootloader: the recovery is started once more.
    private static SourceMap[] Recovery(ImmutableArray<SourceMap> pages, OpenAndroidCommands commands)
    {
        SourceMap[] steps = [.. pages.SelectMany(commands.Read)];
        var start = pages.LastOrDefault(page => OpenAndroidCommands.CommandOf(page) is "fastboot_boot_recovery" or "fastboot_flash_boot");
        return commands.Place == "bootloader" && start is not null ? [.. steps, .. commands.Read(start)] : steps;
    }

    private static IEnumerable<SourceMap> Install(SourceNode at, string rom) =>
    [
        Await(at, "recovery"),
        Short(at, "shell", Text(at, "twrp format data")),
        .. Reboot(at, "sideload"),
        .. Sideload(at, rom),
        .. Reboot(at, "system"),
    ];

    // "12 (S)": what stands before the blank is a version.
    private static ImmutableArray<SourceNode> Requires(SourceMap map) =>
        [.. map.Map("requirements")?.Text("android") is { } android
            ? [Test(map, "getprop.ro.build.version.release", "at-least", android.Split(' ')[0])]
            : Array.Empty<SourceNode>()];

    // A maker's own name of its firmware is only for people.
    private static IEnumerable<SourceMap> Said(SourceMap map) => map.Map("requirements")?.Text("firmware") is { } firmware
        ? [HandSteps.Ask(map, AskCodes.FirmwareAsNamed, [], words: firmware)]
        : [];

    // The installer offers these partitions to whoever wants them; no button of the file writes them.
    private static ImmutableArray<string> LeftOut(SourceMap head, ImmutableArray<SourceMap> pages) =>
        pages.Any(page => OpenAndroidCommands.CommandOf(page) == "fastboot_flash_additional_partitions")
            ? []
            : head.Texts("additional_steps");
}
