using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads the device files of OpenAndroidInstaller.</summary>
internal static class OpenAndroidSheets
{
    public static IEnumerable<ModelFacts> Read(SourceMap map, Origin origin)
    {
        if (map.Map("metadata") is not { } about
            || about.Text("device_code") is not { } codename
            || about.Text("device_name") is not { } name)
        {
            yield break;
        }

        var sheet = new ModelSheet(origin);
        var commands = map.Everything()
            .Where(entry => entry.Key.Text == "command")
            .Select(entry => entry.Value)
            .OfType<SourceScalar>()
            .Select(value => value.Text)
            .ToHashSet(StringComparer.Ordinal);
        var additional = about.Texts("additional_steps");
        yield return new ModelFacts
        {
            Vendor = VendorName.Of(about.Text("brand") ?? "") is { Length: > 0 } brand ? brand : VendorName.OfTitle(name),
            Codename = codename,
            Codenames = sheet.One(codename),
            Names = sheet.One(name),
            Aliases = sheet.Many(about.Texts("supported_device_codes").Where(code => code != codename)),
            HasSlots = about.Flag("is_ab_device") is { } slots ? sheet.One(slots) : [],
            HasDynamicPartitions = additional.Contains("super_empty") ? sheet.One(true) : [],
            Partitions = sheet.Partitions(additional.Remove("super_empty").AddRange(Written(commands))),
            Unlocks = Unlock(commands) is { } unlock ? sheet.One(unlock) : [],
            Firmware = Firmware(map.Map("requirements")) is { } firmware ? sheet.One(firmware) : [],
            Origins = [origin],
        };
    }

    private static IEnumerable<string> Written(HashSet<string> commands)
    {
        if (commands.Contains("fastboot_flash_recovery") || commands.Contains("heimdall_flash_recovery"))
        {
            yield return "recovery";
        }

        if (commands.Contains("fastboot_flash_boot"))
        {
            yield return "boot";
        }
    }

    private static UnlockFact? Unlock(HashSet<string> commands) =>
        commands.Contains("fastboot_unlock_with_code") ? new UnlockFact(UnlockWay.VendorCode)
        : commands.Contains("fastboot_unlock") || commands.Contains("fastboot_oem_unlock") ? new UnlockFact(UnlockWay.Command)
        : commands.Contains("heimdall_flash_recovery") ? new UnlockFact(UnlockWay.DownloadMode)
        : null;

    private static FirmwareFact? Firmware(SourceMap? requirements) =>
        (requirements?.Text("android") ?? requirements?.Text("firmware")) is { } text ? FirmwareFact.Read(text) : null;
}
