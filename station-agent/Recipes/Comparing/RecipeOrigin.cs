using System.Collections.Immutable;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Comparing;

/// <summary>Where a recipe is from, as its own "source" and the pack around it say: keys and values, nothing else.</summary>
public static class RecipeOrigin
{
    private const string Source = "source";

    /// <summary>What the recipe's head says under "source"; empty for one written by hand.</summary>
    public static ImmutableArray<(string Key, string Value)> OfRecipe(string text) =>
        SourceReader.Read(text, new ErrorList("")) is SourceMap map && map.Find(Source) is { } source ? Pairs(Source, source) : [];

    /// <summary>What the nearest pack file says, from the recipe's folder up to <paramref name="folder"/>; else empty.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<ImmutableArray<(string Key, string Value)>> OfPackAsync(
        string folder, string recipe, CancellationToken cancellationToken)
    {
        for (var at = Path.GetDirectoryName(recipe); at is not null; at = at.Length == 0 ? null : Path.GetDirectoryName(at))
        {
            var path = Path.Combine(folder, at, PackFolder.PackFileName);
            if (File.Exists(path))
            {
                var text = await File.ReadAllTextAsync(path, cancellationToken);
                return SourceReader.Read(text, new ErrorList("")) is { } root ? Pairs("", root) : [];
            }
        }

        return [];
    }

    private static ImmutableArray<(string Key, string Value)> Pairs(string key, SourceNode node) => node switch
    {
        SourceScalar scalar => [(key, scalar.Text)],
        SourceMap map =>
            [.. map.Entries.SelectMany(entry => Pairs(key.Length == 0 ? entry.Key.Text : $"{key}.{entry.Key.Text}", entry.Value))],
        SourceList list when list.Items.All(item => item is SourceScalar) =>
            [(key, string.Join(", ", list.Items.Cast<SourceScalar>().Select(item => item.Text)))],
        _ => [],
    };
}
