using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads the flash facts of postmarketOS, all models in one file.</summary>
internal static class PostmarketSheets
{
    public const string System = "postmarketOS";

    public static IEnumerable<ModelFacts> Read(SourceMap map, Origin origin) => map.Entries
        .Where(entry => entry.Value is SourceMap)
        .Select(entry => Read(entry.Key.Text, (SourceMap)entry.Value, origin with { File = entry.Key.Text }));

    private static ModelFacts Read(string key, SourceMap map, Origin origin)
    {
        var sheet = new ModelSheet(origin);
        var category = map.Text("category");
        return new ModelFacts
        {
            Vendor = VendorName.Of(map.Text("manufacturer") ?? key.Split('-', 2)[0]),
            Codename = key.Split('-', 2)[^1], // a name of its own: in small letters, and with suffixes that no phone gives
            OtherVendors = sheet.One(VendorName.Of(key.Split('-', 2)[0])),
            Names = sheet.Maybe(map.Text("name")),
            Kinds = Kind(map.Text("chassis")) is { } kind ? sheet.One(kind) : [],
            Partitions = sheet.Partitions(Partitions(map)),
            Unlocks = IsDownloadMode(map) ? sheet.One(new UnlockFact(UnlockWay.DownloadMode)) : [],
            Systems = sheet.One(new SystemFact(System, [], IsMaintained: category is "main" or "community" or "testing")),
            ReleaseYears = sheet.Year(map.Text("year")),
            Origins = [origin],
        };
    }

    private static bool IsDownloadMode(SourceMap map) =>
        map.Text("flash_method")?.StartsWith("heimdall", StringComparison.Ordinal) ?? false;

    private static PhoneKind? Kind(string? chassis) => chassis switch
    {
        null => null,
        "handset" => PhoneKind.Phone,
        "tablet" => PhoneKind.Tablet,
        "watch" => PhoneKind.Watch,
        _ => PhoneKind.Other,
    };

    private static IEnumerable<string> Partitions(SourceMap map) => map.Entries
        .Where(entry => entry.Key.Text.Contains("_partition_", StringComparison.Ordinal))
        .Select(entry => entry.Value)
        .OfType<SourceScalar>()
        .Select(value => value.Text);
}
