using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads the device files of the LineageOS wiki.</summary>
internal static class LineageSheets
{
    public const string System = "LineageOS";

    // The wiki has one page a method; what stands in them, in our words.
    private static readonly FrozenDictionary<string, UnlockWay> Ways = new Dictionary<string, UnlockWay>
    {
        ["fastboot_unlocked"] = UnlockWay.Open,
        ["fastboot_nexus"] = UnlockWay.Command,
        ["fastboot_generic"] = UnlockWay.Command,
        ["fastboot_nubia"] = UnlockWay.Command,
        ["samloader_rs"] = UnlockWay.DownloadMode,
        ["fastboot_motorola"] = UnlockWay.VendorCode,
        ["fastboot_sony"] = UnlockWay.VendorCode,
        ["fastboot_htc"] = UnlockWay.VendorCode,
        ["fastboot_fairphone"] = UnlockWay.VendorCode,
        ["fastboot_lenovo"] = UnlockWay.VendorFile,
        ["fastboot_oneplus_tmo"] = UnlockWay.VendorFile,
        ["fastboot_xiaomi"] = UnlockWay.VendorAccount,
        ["fastboot_xiaomi_hyperos"] = UnlockWay.VendorAccount,
        ["fastboot_realme_china"] = UnlockWay.VendorAccount,
        ["fastboot_huawei"] = UnlockWay.None,
        ["fastboot_lg"] = UnlockWay.None,
        ["fastboot_nokia"] = UnlockWay.None,
        ["fastboot_realme"] = UnlockWay.None,
        ["fastboot_oppo"] = UnlockWay.None,
        ["fastboot_zenfone"] = UnlockWay.None,
        ["fastboot_zte"] = UnlockWay.None,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<ModelFacts> Read(SourceMap map, Origin origin)
    {
        if (map.Text("codename") is not { } codename || map.Text("vendor") is not { } vendor)
        {
            yield break;
        }

        var sheet = new ModelSheet(origin);
        yield return new ModelFacts
        {
            Vendor = VendorName.Of(vendor),
            Codename = codename,
            Codenames = sheet.One(codename),
            OtherVendors = sheet.Maybe(OtherVendor(map, vendor)),
            Names = sheet.Maybe(map.Text("name")),
            Aliases = sheet.Maybe(map.Text("flash_codename")),
            ModelNumbers = sheet.Many(map.Texts("models")),
            Chips = sheet.Many(map.Texts("soc").Select(ChipName.Read).OfType<Chip>()),
            Kinds = sheet.One(Kind(map.Text("type") ?? "")),
            HasSlots = sheet.One(map.Flag("is_ab_device") ?? false), // the wiki's pages take silence for no
            Partitions = sheet.Partitions(map.Texts("recovery_partition_name").Concat(BootStack(map))),
            Unlocks = sheet.One(Unlock(map)),
            Keys = sheet.Many(Keys(map)),
            Carriers = sheet.Maybe(map.Text("carrier")),
            Systems = sheet.One(new SystemFact(System, map.Texts("versions"), map.Texts("maintainers").Length > 0)),
            Firmware = Firmware(map) is { } firmware ? sheet.One(firmware) : [],
            ReleaseYears = sheet.Year(map.Text("release") ?? FirstRelease(map)),
            Origins = [origin],
        };
    }

    /// <summary>The way of an install method; every method that the table does not know needs a tool of its own.</summary>
    public static UnlockWay Way(string installMethod) => Ways.GetValueOrDefault(installMethod, UnlockWay.OtherTool);

    /// <summary>Null when the file asks for none.</summary>
    public static FirmwareFact? Firmware(SourceMap map) =>
        map.Map("before_install") is { } before && before.Text("instructions") == "needs_specific_android_fw"
            ? FirmwareFact.Read(before.Text("version") ?? "", before.Flag("ships_fw") ?? false)
            : null;

    public static ImmutableArray<string> BootStack(SourceMap map) => map.Map("before_recovery_install")?.Texts("partitions") ?? [];

    private static IEnumerable<KeysFact> Keys(SourceMap map)
    {
        if (map.Text("download_boot") is { } bootloader)
        {
            var isDownload = Way(map.Text("install_method") ?? "") == UnlockWay.DownloadMode;
            yield return new KeysFact(isDownload ? "download" : "bootloader", bootloader);
        }

        if (map.Text("recovery_boot") is { } recovery)
        {
            yield return new KeysFact("recovery", recovery);
        }
    }

    private static UnlockFact Unlock(SourceMap map)
    {
        var method = map.Text("install_method") ?? "";
        var unlock = new UnlockFact(
            Way(method),
            IsStillOffered: map.Flag("is_unlockable") ?? true,
            NeedsSwitch: map.Flag("no_oem_unlock_switch") is not true);
        return unlock.AsksTheMaker ? unlock with { Procedure = Procedure(method) } : unlock;
    }

    // "fastboot_xiaomi_hyperos": the pages are named after the makers whose leave they describe.
    private static string Procedure(string method) => method[(method.IndexOf('_', StringComparison.Ordinal) + 1)..].Replace('_', '-');

    private static PhoneKind Kind(string type) =>
        type.StartsWith("phone", StringComparison.Ordinal) || type == "foldable" ? PhoneKind.Phone
        : type == "tablet" ? PhoneKind.Tablet
        : type == "watch" ? PhoneKind.Watch
        : PhoneKind.Other;

    private static string? OtherVendor(SourceMap map, string vendor) =>
        map.Text("vendor_short") is { } other && VendorName.Of(other) != VendorName.Of(vendor) ? VendorName.Of(other) : null;

    // Some files have one date a variant.
    private static string? FirstRelease(SourceMap map) =>
        map.Maps("release").SelectMany(one => one.Entries).Select(entry => entry.Value).OfType<SourceScalar>().FirstOrDefault()?.Text;
}
