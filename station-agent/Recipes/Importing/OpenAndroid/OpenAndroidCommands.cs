using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.OpenAndroid;

/// <summary>Says one page of the installer, with the command behind its button, in the words of a recipe.</summary>
internal sealed class OpenAndroidCommands(SourceMap head, ImportScope scope)
{
    private const string Recovery = "recovery.img";
    private const string CopyPartitions = "copy-partitions.zip";
    private const string UnlockCode = "unlock-code.txt";

    private readonly List<OriginFile> _files = [];

    /// <summary>The package with the system; the person who uses the installer chooses it.</summary>
    public string Rom => Need("system.zip", FileWay.ByHand);

    public IReadOnlyList<OriginFile> Files => _files;

    /// <summary>Brings every file that some page has named so far.</summary>
    public IEnumerable<SourceMap> Brought(SourceNode at)
    {
        Need("system.zip", FileWay.ByHand);
        var indexed = _files.Where(file => file.Way is FileWay.Index).Select(file => file.Name).ToArray();
        if (indexed.Length > 0)
        {
            yield return Fetch(at, indexed);
        }

        foreach (var file in _files.Where(file => file.Way is FileWay.ByHand))
        {
            yield return Step(at, "fetch-manual", [("file", Text(at, file.Name)), ("sentence", Text(at, Sentence(file.Name)))]);
        }
    }

    public IEnumerable<SourceMap> Read(SourceMap page) => page.Text("command") switch
    {
        null => [Ask(page)],
        "adb_reboot_bootloader" => Reboot(page, "bootloader"),
        "adb_reboot_download" => Reboot(page, "download"),
        "adb_twrp_copy_partitions" =>
            [.. Reboot(page, "sideload"), Short(page, "sideload", Text(page, Need(CopyPartitions, FileWay.Index))), .. Reboot(page, "bootloader")],
        "fastboot_boot_recovery" => [Short(page, "boot-image", Text(page, Need(Recovery, FileWay.Index))), Await(page, "recovery")],
        "fastboot_flash_recovery" => [Flash(page, "recovery", Need(Recovery, FileWay.Index))],
        "fastboot_flash_boot" => [Flash(page, "boot", Need(Recovery, FileWay.Index)), .. IntoBoot(page)],
        "fastboot_flash_additional_partitions" => head.Texts("additional_steps").SelectMany(partition => Additional(page, partition)),
        "heimdall_flash_recovery" => [Flash(page, "RECOVERY", Need(Recovery, FileWay.Index))],
        "fastboot_reboot" => [.. Reboot(page, "system"), Await(page, "system")], // the next page talks to it again
        "fastboot_reboot_recovery" => Reboot(page, "recovery"),
        "fastboot_get_unlock_data" => [Short(page, "oem-command", Text(page, "get_unlock_data"))],
        "fastboot_unlock" => [Short(page, "unlock", Text(page, "flashing"))],
        "fastboot_oem_unlock" => [Short(page, "unlock", Text(page, "oem"))],
        "fastboot_unlock_critical" => [Short(page, "unlock", Text(page, "critical"))],
        "fastboot_unlock_with_code" =>
            [Step(page, "unlock", [("method", Text(page, "code")), ("token-file", Text(page, Need(UnlockCode, FileWay.ByHand)))])],
        { } command => Unknown(page, command),
    };

    // The button is for phones whose recovery lives in boot, and restarts them by itself. A bootloader without a word for recovery
    // starts what boot holds.
    private static IEnumerable<SourceMap> IntoBoot(SourceMap page) => Reboot(page, "recovery", Short(page, "reboot", Text(page, "system")));

    private IEnumerable<SourceMap> Unknown(SourceMap page, string command)
    {
        scope.Errors.Add(page, ImportComplaints.UnknownAction(command));
        return [];
    }

    private IEnumerable<SourceMap> Additional(SourceMap page, string partition) => partition == "super_empty"
        ? [Step(page, "super", [("file", Text(page, Need("super_empty.img", FileWay.Index))), ("wipe", Text(page, "true"))])]
        : [Flash(page, partition, Need($"{partition}.img", FileWay.Index))];

    private string Need(string name, FileWay way)
    {
        if (!_files.Exists(file => file.Name == name))
        {
            _files.Add(new OriginFile(name, way)
            {
                Address = name == Recovery ? head.Text("twrp-link") : null,
                Role = way is FileWay.Index ? $"{head.Text("device_code")}/{name}" : null,
            });
        }

        return name;
    }

    private static string Sentence(string file) => file == UnlockCode ? AskCodes.UnlockCode : AskCodes.ChooseSystem;

    private static SourceMap Ask(SourceMap page) => Step(
        page,
        "ask",
        [
            ("sentence", Text(page, AskCodes.FollowTheSource)),
            .. Maybe(page, "needs", page.Text("link") is null ? null : "account"),
            .. OwnWords(page, page.Text("content")),
        ]);
}
