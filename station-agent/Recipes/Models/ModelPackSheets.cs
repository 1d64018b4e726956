using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads what <see cref="ModelPackWriter"/> wrote. Origins are those of the data set, not of the pack.</summary>
internal static class ModelPackSheets
{
    /// <summary>Which data set the file speaks for; null when it does not say.</summary>
    public static string? DataSetOf(SourceMap map) => map.Text("data-set");

    public static IEnumerable<ModelFacts> Read(SourceMap map) => map.Maps("models")
        .Select(entry => Read(entry, DataSetOf(map) ?? ""))
        .OfType<ModelFacts>();

    private static ModelFacts? Read(SourceMap entry, string dataSet)
    {
        if (entry.Text("model")?.Split('/', 2) is not [var vendor, var codename] || entry.Text("file") is not { } file)
        {
            return null;
        }

        var origin = new Origin(dataSet, file);
        var sheet = new ModelSheet(origin);
        return new ModelFacts
        {
            Vendor = vendor == ModelFacts.UnknownVendor ? "" : vendor,
            Codename = codename,
            Codenames = sheet.One(codename),
            OtherVendors = sheet.Many(entry.Texts("other-vendors")),
            Names = sheet.Many(entry.Texts("names")),
            Aliases = sheet.Many(entry.Texts("aliases")),
            ModelNumbers = sheet.Many(entry.Texts("numbers")),
            Chips = sheet.Many(entry.Maps("chips").Select(Chip)),
            Kinds = sheet.Many(entry.Texts("kinds").Where(ModelWords.Kinds.Words.Contains).Select(ModelWords.Kinds.ValueOf)),
            HasSlots = sheet.Many(entry.Texts("slots").Select(IsTrue)),
            HasDynamicPartitions = sheet.Many(entry.Texts("dynamic-partitions").Select(IsTrue)),
            Partitions = sheet.Many(entry.Texts("partitions")),
            Unlocks = sheet.Many(entry.Maps("unlocks").Where(IsUnlock).Select(Unlock)),
            Keys = sheet.Many(entry.Maps("keys").Select(Keys)),
            Carriers = sheet.Many(entry.Texts("carriers")),
            Systems = sheet.Many(entry.Maps("systems").Select(System)),
            Firmware = sheet.Many(entry.Maps("firmware").Select(Firmware)),
            ReleaseYears = sheet.Many(entry.Texts("released").Select(year => int.Parse(year, CultureInfo.InvariantCulture))),
            Origins = [origin],
        };
    }

    private static Chip Chip(SourceMap map) => new()
    {
        Maker = map.Text("maker") ?? "",
        Model = map.Text("model") ?? "",
        SocModels = map.Texts("names"),
        Platforms = map.Texts("platforms"),
    };

    private static bool IsUnlock(SourceMap map) => ModelWords.Ways.Words.Contains(map.Text("way") ?? "");

    private static UnlockFact Unlock(SourceMap map) => new(
        ModelWords.Ways.ValueOf(map.Text("way")!),
        map.Flag("offered") ?? true,
        map.Flag("switch") ?? true,
        map.Text("procedure") ?? "");

    private static KeysFact Keys(SourceMap map) => new(map.Text("mode") ?? "", map.Text("text") ?? "");

    private static SystemFact System(SourceMap map) => new(map.Text("name") ?? "", map.Texts("versions"), map.Flag("maintained"));

    private static FirmwareFact Firmware(SourceMap map) => FirmwareFact.Read(map.Text("text") ?? "", map.Flag("shipped") ?? false);

    private static bool IsTrue(string word) => word == "true";
}
