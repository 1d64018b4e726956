using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.OpenAndroid;

/// <summary>
/// Says one page of the installer, with the command behind its button, in the words of a recipe. It keeps in mind where the phone is:
/// after a person was asked it may have restarted, and is looked for before the next command.
/// </summary>
internal sealed class OpenAndroidCommands(SourceMap head, ModelFacts model, OpenAndroidFiles files, ImportScope scope)
{
    private string _place = "system";
    private bool _isToBeMet;

    /// <summary>The word of a page's button; null for a page that only asks.</summary>
    public static string? CommandOf(SourceMap page) => page.Text("command");

    public static bool IsUnlock(SourceMap page) =>
        CommandOf(page) is "fastboot_unlock" or "fastboot_oem_unlock" or "fastboot_unlock_critical" or "fastboot_unlock_with_code";

    /// <summary>Where the pages read so far have led the phone.</summary>
    public string Place => _place;

    public IEnumerable<SourceMap> Read(SourceMap page)
    {
        if (CommandOf(page) is not { } command)
        {
            _isToBeMet = true;
            return [OpenAndroidAsks.Of(page)];
        }

        var wait = _isToBeMet ? [Await(page, _place)] : Array.Empty<SourceMap>();
        _isToBeMet = false;
        return [.. wait, .. Read(page, command)];
    }

    /// <summary>Puts the phone where steps that other hands made have left it.</summary>
    public void Arrive(string place) => (_place, _isToBeMet) = (place, false);

    /// <summary>A restart, with the model's own keys for a phone that does not follow.</summary>
    public IEnumerable<SourceMap> Restart(SourceNode at, string target)
    {
        _place = target == "continue" ? "system" : target;
        return Reboot(at, target, target is "bootloader" or "download" or "recovery" ? IntoMode(at, target) : null);
    }

    public SourceMap IntoMode(SourceNode at, string mode) => HandSteps.Keys(at, model.KeysInto(mode), mode);

    private IEnumerable<SourceMap> Read(SourceMap page, string command) => command switch
    {
        "adb_reboot_bootloader" => Restart(page, "bootloader"),
        "adb_reboot_download" => Restart(page, "download"),
        "adb_twrp_copy_partitions" =>
        [
            .. Restart(page, "sideload"),
            .. Sideload(page, files.Need(OpenAndroidFiles.CopyPartitions)),
            .. Restart(page, "bootloader"),
        ],
        "fastboot_boot_recovery" => Started(page, Short(page, "boot-image", Text(page, files.Need(OpenAndroidFiles.Recovery)))),
        "fastboot_flash_recovery" => [Flash(page, "recovery", files.Need(OpenAndroidFiles.Recovery))],
        "fastboot_flash_boot" => [Flash(page, "boot", files.Need(OpenAndroidFiles.Recovery)), .. IntoBoot(page)],
        "fastboot_flash_additional_partitions" => head.Texts("additional_steps").SelectMany(partition => Additional(page, partition)),
        "heimdall_flash_recovery" => [Flash(page, "RECOVERY", files.Need(OpenAndroidFiles.Recovery))],
        "fastboot_reboot" => Restart(page, "system"),
        "fastboot_reboot_recovery" => Restart(page, "recovery"),
        "fastboot_get_unlock_data" => [Short(page, "oem-command", Text(page, "get_unlock_data"))],
        "fastboot_unlock" => [Short(page, "unlock", Text(page, "flashing"))],
        "fastboot_oem_unlock" => [Short(page, "unlock", Text(page, "oem"))],
        "fastboot_unlock_critical" => [Short(page, "unlock", Text(page, "critical"))],
        "fastboot_unlock_with_code" => [Short(page, "unlock", Text(page, "code"))],
        _ => Unknown(page, command),
    };

    private IEnumerable<SourceMap> Started(SourceMap page, SourceMap bootImage)
    {
        _place = "recovery";
        return [bootImage, Await(page, "recovery")];
    }

    // The button is for phones whose recovery lives in boot, and restarts them by itself. A bootloader without a word for recovery
    // starts what boot holds.
    private IEnumerable<SourceMap> IntoBoot(SourceMap page)
    {
        _place = "recovery";
        return Reboot(page, "recovery", Short(page, "reboot", Text(page, "system")));
    }

    private IEnumerable<SourceMap> Unknown(SourceMap page, string command)
    {
        scope.Errors.Add(page, ImportComplaints.UnknownAction(command));
        return [];
    }

    private IEnumerable<SourceMap> Additional(SourceMap page, string partition) => partition == "super_empty"
        ? [Step(page, "super", [("file", Text(page, files.Need("super_empty.img"))), ("wipe", Text(page, "true"))])]
        : [Flash(page, partition, files.Need($"{partition}.img"))];
}
