using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>Says one action of the installer in the words of a recipe.</summary>
internal sealed class UbportsActions(SourceMap file, SourceMap system, UbportsChoice choice, ImportScope scope)
{
    public UbportsFiles Files { get; } = new();

    /// <summary>The steps of "{ adb:reboot: { to_state: bootloader } }"; none for what needs no step of its own.</summary>
    /// <param name="nextTool">Which program talks to the phone in the steps behind.</param>
    public IEnumerable<SourceMap> Read(SourceMap action, string nextTool = "") =>
        action.Entries is [var entry] ? Read(entry.Key, entry.Value as SourceMap ?? Map(entry.Key), nextTool) : Unknown(action, "?");

    private IEnumerable<SourceMap> Read(SourceScalar action, SourceMap keys, string nextTool) => action.Text switch
    {
        "core:user_action" => [UbportsAsks.Of(action, file, Need(action, keys, "action"))],
        "core:download" => Download(keys),
        "core:manual_download" => DownloadByHand(action, keys),
        "core:unpack" => Unpack(keys),
        "core:unpack_move" => Move(keys),
        "core:info" => [],
        "postmarketos:download" => Index("postmarketOS", "https://images.postmarketos.org"),
        "asteroid_os:download" => Index("AsteroidOS", "https://release.asteroidos.org"),
        "lineage_os:download" => Index("LineageOS", "https://download.lineageos.org"),
        "systemimage:install" =>
            UbportsSystemImage.Steps(action, keys, Files, UbportsIndex.Of(UbportsSystemImage.Server, file, system), choice),
        "adb:reboot" => Reboot(action, Target(Need(action, keys, "to_state"), nextTool)),
        "adb:format" => [Format(action, keys)],
        "adb:sideload" => WithFile(action, keys, name => [Await(action, "sideload"), .. Sideload(action, name)]),
        "fastboot:wait" => [Await(action, "bootloader")],
        "fastboot:assert_var" => [Assert(action, keys)],
        "fastboot:oem_unlock" => [Short(action, "unlock", Text(action, keys.Text("code_url") is null ? "oem" : "code"))],
        "fastboot:flashing_unlock" => [Short(action, "unlock", Text(action, "flashing"))],
        "fastboot:set_active" => [Short(action, "set-slot", Text(action, Need(action, keys, "slot")))],
        "fastboot:flash" or "heimdall:flash" => keys.Maps("partitions").SelectMany(partition => Flash(action, partition)),
        "fastboot:format" => [Format(action, keys)],
        "fastboot:erase" => [Erase(action, Need(action, keys, "partition"))],
        "fastboot:delete_logical_partition" => [Logical(action, "delete", Need(action, keys, "partition"))],
        "fastboot:resize_logical_partition" =>
            [Logical(action, "resize", Need(action, keys, "partition"), Need(action, keys, "size"))],
        "fastboot:create_logical_partition" =>
            [Logical(action, "create", Need(action, keys, "partition"), Need(action, keys, "size"))],
        "fastboot:wipe_super" => WithFile(
            action, keys.Map("image") ?? keys, name => [Step(action, "super", [("file", Text(action, name)), ("wipe", Text(action, "true"))])]),
        "fastboot:boot" => WithFile(action, keys, name => [Short(action, "boot-image", Text(action, name)), Await(action, "recovery")]),
        "fastboot:reboot" => Reboot(action, "system"),
        "fastboot:reboot_bootloader" => Reboot(action, "bootloader"),
        "fastboot:reboot_recovery" => Reboot(action, "recovery"),
        "fastboot:reboot_fastboot" => Reboot(action, "fastbootd"),
        "fastboot:continue" => Reboot(action, "continue"),
        _ => Unknown(action, action.Text),
    };

    private IEnumerable<SourceMap> Unknown(SourceNode at, string action)
    {
        scope.Errors.Add(at, ImportComplaints.UnknownAction(action));
        return [];
    }

    private string Need(SourceScalar action, SourceMap keys, string key)
    {
        if (keys.Text(key) is { } text)
        {
            return text;
        }

        scope.Errors.Add(action, ImportComplaints.MissingKey(action.Text, key));
        return "";
    }

    // "sideload-auto-reboot" restarts by itself when the package is in. A Samsung has no bootloader to talk to: sent there, it comes to
    // its download mode.
    private static string Target(string state, string nextTool) => (state, nextTool) switch
    {
        ("sideload-auto-reboot", _) => "sideload",
        ("bootloader", "heimdall") => "download",
        _ => state,
    };

    private IEnumerable<SourceMap> Download(SourceMap keys)
    {
        var group = keys.Text("group") ?? "";
        foreach (var one in keys.Maps("files"))
        {
            Files.Add(group, one.Text("name") ?? Last(one.Text("url") ?? ""), FileWay.Download, one.Text("url"), UbportsChecksum.Of(one));
        }

        return []; // all of them are brought first
    }

    private IEnumerable<SourceMap> DownloadByHand(SourceScalar action, SourceMap keys)
    {
        if (keys.Map("file") is not { } one)
        {
            return Unknown(action, action.Text);
        }

        var name = Files.Add(keys.Text("group") ?? "", Need(action, one, "name"), FileWay.ByHand, one.Text("url"), UbportsChecksum.Of(one));
        return [Step(action, "fetch-manual", [("file", Text(action, name)), ("sentence", Text(action, AskCodes.DownloadByHand))])];
    }

    // The group's files are those that later steps name.
    private IEnumerable<SourceMap> Index(string group, string server)
    {
        Files.Index(group, UbportsIndex.Of(server, file, system));
        return [];
    }

    private static string Last(string address) => address[(address.LastIndexOf('/') + 1)..];

    private IEnumerable<SourceMap> Unpack(SourceMap keys)
    {
        foreach (var one in keys.Maps("files"))
        {
            Files.Unpack(keys.Text("group") ?? "", one.Text("archive") ?? "", one.Text("dir") ?? "");
        }

        return []; // the steps come from what is used of it
    }

    private IEnumerable<SourceMap> Move(SourceMap keys)
    {
        foreach (var one in keys.Maps("files"))
        {
            Files.Move(keys.Text("group") ?? "", one.Text("src") ?? "", one.Text("dst") ?? "");
        }

        return [];
    }

    private IEnumerable<SourceMap> WithFile(SourceScalar action, SourceMap keys, Func<string, IEnumerable<SourceMap>> steps)
    {
        var path = Need(action, keys, "file");
        if (Files.Find(keys.Text("group") ?? "", path, action) is { } name)
        {
            return steps(name);
        }

        scope.Errors.Add(action, ImportComplaints.UnknownFile(path));
        return [];
    }

    private IEnumerable<SourceMap> Flash(SourceScalar action, SourceMap partition) => WithFile(action, partition, name =>
    [
        DraftSteps.Flash(
            action,
            Need(action, partition, "partition"),
            name,
            [
                .. Flag(action, "raw", partition.Flag("raw") is true),
                .. Flag(action, "disable-verity", partition.Texts("flags").Contains("--disable-verity")),
                .. Flag(action, "disable-verification", partition.Texts("flags").Contains("--disable-verification")),
            ]),
    ]);

    private SourceMap Assert(SourceScalar action, SourceMap keys)
    {
        var fact = $"getvar.{Need(action, keys, "variable")}";
        var pattern = keys.Map("regex")?.Text("pattern");
        return Short(action, "assert", pattern is null ? Test(action, fact, [Text(action, Need(action, keys, "value"))]) : Test(action, fact, "matches", pattern));
    }

    // The recovery calls the partition by the folder where it is mounted.
    private SourceMap Format(SourceScalar action, SourceMap keys)
    {
        var partition = Need(action, keys, "partition");
        return Step(
            action,
            "format",
            [("partition", Text(action, partition == "data" ? "userdata" : partition)), .. Maybe(action, "file-system", keys.Text("type"))]);
    }
}
