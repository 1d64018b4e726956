using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Models;

/// <summary>
/// Looks into another project's file. What is not there, or has another shape, is simply not said: these files are not ours to
/// refuse.
/// </summary>
internal static class SourceLook
{
    /// <summary>Null when the key is absent, empty, or holds more than one value.</summary>
    public static string? Text(this SourceMap map, string key) =>
        map.Find(key) is SourceScalar { IsNothing: false } scalar ? scalar.Text.Trim() : null;

    /// <summary>One value or a list of them.</summary>
    public static ImmutableArray<string> Texts(this SourceMap map, string key) => map.Find(key) switch
    {
        SourceScalar { IsNothing: false } scalar => [scalar.Text.Trim()],
        SourceList list => [.. list.Items.OfType<SourceScalar>().Where(item => !item.IsNothing).Select(item => item.Text.Trim())],
        _ => [],
    };

    /// <summary>Null when it is not said.</summary>
    public static bool? Flag(this SourceMap map, string key) => map.Text(key)?.ToLowerInvariant() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => null,
    };

    public static SourceMap? Map(this SourceMap map, string key) => map.Find(key) as SourceMap;

    public static ImmutableArray<SourceMap> Maps(this SourceMap map, string key) =>
        map.Find(key) is SourceList list ? [.. list.Items.OfType<SourceMap>()] : [];

    /// <summary>Every key with its value, at any depth, in the order of the file.</summary>
    public static IEnumerable<SourceEntry> Everything(this SourceNode node) => node switch
    {
        SourceMap map => map.Entries.SelectMany(entry => entry.Value.Everything().Prepend(entry)),
        SourceList list => list.Items.SelectMany(Everything),
        _ => [],
    };
}
