using System.Text.RegularExpressions;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>Reads the configurations of the /e/OS installer. They name their model only by the file, and sometimes by an address.</summary>
internal static partial class EosSheets
{
    public const string System = "/e/OS";

    public static IEnumerable<ModelFacts> Read(SourceMap map, Origin origin)
    {
        var sheet = new ModelSheet(origin);
        // "FP5-safe" is FP5 with the same images and without the lock at the end: it is said of the steps, and no phone is called so.
        var stem = Path.GetFileNameWithoutExtension(origin.File).Replace("-safe", "", StringComparison.Ordinal).TrimStart('-');
        var published = map.Everything()
            .Where(entry => entry.Key.Text == "path")
            .Select(entry => entry.Value)
            .OfType<SourceScalar>()
            .Select(value => Published().Match(value.Text))
            .FirstOrDefault(match => match.Success)?.Groups[1].Value ?? stem;
        var commands = map.Everything().Where(entry => entry.Key.Text == "command").SelectMany(entry => Words(entry.Value)).ToList();
        var partitions = commands
            .Select(command => Written().Match(command))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .ToList();
        var description = map.Text("description");
        yield return new ModelFacts
        {
            Vendor = description is null ? Guess(map) : VendorName.OfTitle(description),
            Codename = published,
            Codenames = sheet.One(published),
            Names = sheet.Maybe(description),
            Aliases = stem == published ? [] : sheet.One(stem),
            HasSlots = partitions.Exists(HasSlot) ? sheet.One(true) : [],
            HasDynamicPartitions = partitions.Contains("super") ? sheet.One(true) : [],
            Partitions = sheet.Partitions(partitions),
            Unlocks = commands.Exists(IsUnlock) ? sheet.One(new UnlockFact(UnlockWay.Command)) : [],
            Systems = sheet.One(new SystemFact(System, [], IsMaintained: true)),
            Firmware = map.Text("android") is { } android ? sheet.One(FirmwareFact.Read(android)) : [],
            Origins = [origin],
        };
    }

    // The files are often called by what the phone is called.
    private static string Guess(SourceMap map) =>
        map.Maps("folder").Select(one => VendorName.Guess(one.Text("name") ?? "")).FirstOrDefault(vendor => vendor is not null, "")!;

    private static IEnumerable<string> Words(SourceNode node) => node switch
    {
        SourceScalar scalar => [scalar.Text],
        SourceList list => list.Items.SelectMany(Words),
        _ => [],
    };

    private static bool HasSlot(string partition) => partition.EndsWith("_a", StringComparison.Ordinal);

    private static bool IsUnlock(string command) =>
        command.StartsWith("flashing unlock", StringComparison.Ordinal) || command.StartsWith("oem unlock", StringComparison.Ordinal);

    [GeneratedRegex(@"/(?:official|community|stable)/([A-Za-z0-9_]+)/")]
    private static partial Regex Published();

    [GeneratedRegex(@"\A(?:flash|erase|format)\s+([A-Za-z0-9_]+)")]
    private static partial Regex Written();
}
