using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads the installer configurations of UBports.</summary>
internal static class UbportsSheets
{
    private static readonly ImmutableArray<string> SuperActions =
    [
        "fastboot:create_logical_partition", "fastboot:delete_logical_partition", "fastboot:resize_logical_partition",
        "fastboot:wipe_super", "fastboot:reboot_fastboot",
    ];

    public static IEnumerable<ModelFacts> Read(SourceMap map, Origin origin)
    {
        if (map.Text("codename") is not { } codename || map.Text("name") is not { } name)
        {
            yield break;
        }

        var sheet = new ModelSheet(origin);
        var entries = map.Everything().ToList();
        var actions = entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        yield return new ModelFacts
        {
            Vendor = VendorName.OfTitle(name),
            Codename = codename,
            Codenames = sheet.One(codename),
            Names = sheet.One(name),
            Aliases = sheet.Many(map.Texts("aliases").Where(alias => alias != codename)),
            Kinds = sheet.One(Kind(map.Text("formfactor"))),
            HasSlots = actions.Contains("fastboot:set_active") ? sheet.One(true) : [],
            HasDynamicPartitions = SuperActions.Any(actions.Contains) ? sheet.One(true) : [],
            Partitions = sheet.Partitions(entries
                .Where(entry => entry.Key.Text == "partition")
                .Select(entry => entry.Value)
                .OfType<SourceScalar>()
                .Select(value => value.Text)),
            Unlocks = Unlock(actions) is { } unlock ? sheet.One(unlock) : [],
            Systems = sheet.Many(map.Maps("operating_systems").Select(System).OfType<SystemFact>()),
            Origins = [origin],
        };
    }

    private static PhoneKind Kind(string? formFactor) => formFactor switch
    {
        "tablet" => PhoneKind.Tablet,
        "watch" => PhoneKind.Watch,
        _ => PhoneKind.Phone,
    };

    private static UnlockFact? Unlock(HashSet<string> actions) =>
        actions.Contains("fastboot:flashing_unlock") || actions.Contains("fastboot:oem_unlock") ? new UnlockFact(UnlockWay.Command)
        : actions.Contains("heimdall:flash") ? new UnlockFact(UnlockWay.DownloadMode)
        : null;

    private static SystemFact? System(SourceMap system) =>
        system.Text("name") is { } name ? new SystemFact(name, [], IsMaintained: null) : null;
}
