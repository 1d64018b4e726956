using System.Collections.Immutable;
using System.Globalization;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Models;

/// <summary>
/// Writes what one data set says about models into its pack, one entry a file of the set, so that a book can be read from installed
/// packs where the set itself is not. Also what became no recipe: a verdict needs it most.
/// </summary>
public static class ModelPackWriter
{
    /// <summary>The file's name in its pack.</summary>
    public const string FileName = "models.yaml";

    private static readonly SourceScalar Top = new(1, 1, "", isPlain: false);

    /// <param name="dataSet">As origins name it: "lineage-wiki".</param>
    public static string Write(ModelBook book, string dataSet) => SourceWriter.Write(Map(
        Top,
        ("data-set", Text(Top, dataSet)),
        ("models", List(Top, book.Models.SelectMany(model => Entries(model, dataSet))))));

    private static IEnumerable<SourceMap> Entries(ModelFacts model, string dataSet) => model.Origins
        .Where(origin => origin.DataSet == dataSet)
        .Select(origin => Entry(model.Keep(other => other == origin), origin));

    private static SourceMap Entry(ModelFacts model, Origin origin) => Map(
        Top,
        [
            ("model", Text(Top, model.Id)),
            ("file", Text(Top, origin.File)),
            .. Texts("other-vendors", model.OtherVendors),
            .. Texts("names", model.Names),
            .. Texts("aliases", model.Aliases),
            .. Texts("numbers", model.ModelNumbers),
            .. Maps("chips", model.Chips, Chip),
            .. Texts("kinds", model.Kinds, ModelWords.Kinds.WordOf),
            .. Texts("slots", model.HasSlots, Word),
            .. Texts("dynamic-partitions", model.HasDynamicPartitions, Word),
            .. Texts("partitions", model.Partitions),
            .. Maps("unlocks", model.Unlocks, Unlock),
            .. Maps("keys", model.Keys, Keys),
            .. Texts("carriers", model.Carriers),
            .. Maps("systems", model.Systems, System),
            .. Maps("firmware", model.Firmware, Firmware),
            .. Texts("released", model.ReleaseYears, year => year.ToString(CultureInfo.InvariantCulture)),
        ]);

    private static SourceMap Chip(Chip chip) => Map(
        Top,
        ("maker", Text(Top, chip.Maker)),
        ("model", Text(Top, chip.Model)),
        ("names", List(Top, chip.SocModels.Select(name => Text(Top, name)))),
        ("platforms", List(Top, chip.Platforms.Select(name => Text(Top, name)))));

    private static SourceMap Unlock(UnlockFact unlock) => Map(
        Top,
        [
            ("way", Text(Top, ModelWords.Ways.WordOf(unlock.Way))),
            ("offered", Text(Top, Word(unlock.IsStillOffered))),
            ("switch", Text(Top, Word(unlock.NeedsSwitch))),
            .. unlock.Procedure is { Length: > 0 } procedure ? [("procedure", Text(Top, procedure))] : Array.Empty<(string, SourceNode)>(),
        ]);

    private static SourceMap Keys(KeysFact keys) => Map(Top, ("mode", Text(Top, keys.Mode)), ("text", Text(Top, keys.Text)));

    private static SourceMap System(SystemFact system) => Map(
        Top,
        [
            ("name", Text(Top, system.Name)),
            ("versions", List(Top, system.Versions.Select(version => Text(Top, version)))),
            .. system.IsMaintained is { } maintained ? [("maintained", Text(Top, Word(maintained)))] : Array.Empty<(string, SourceNode)>(),
        ]);

    private static SourceMap Firmware(FirmwareFact firmware) =>
        Map(Top, ("text", Text(Top, firmware.Text)), ("shipped", Text(Top, Word(firmware.IsShipped))));

    private static IEnumerable<(string Key, SourceNode Value)> Texts(string key, ImmutableArray<Sourced<string>> values) =>
        Texts(key, values, text => text);

    private static IEnumerable<(string Key, SourceNode Value)> Texts<T>(
        string key, ImmutableArray<Sourced<T>> values, Func<T, string> word)
    {
        if (!values.IsEmpty)
        {
            yield return (key, List(Top, values.Select(value => Text(Top, word(value.Value)))));
        }
    }

    private static IEnumerable<(string Key, SourceNode Value)> Maps<T>(
        string key, ImmutableArray<Sourced<T>> values, Func<T, SourceMap> write)
    {
        if (!values.IsEmpty)
        {
            yield return (key, List(Top, values.Select(value => write(value.Value))));
        }
    }

    private static string Word(bool flag) => flag ? "true" : "false";
}
