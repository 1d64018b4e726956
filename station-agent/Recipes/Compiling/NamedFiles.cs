using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Finds the files that the steps of a recipe name, before anybody knows which build holds them.</summary>
internal static class NamedFiles
{
    /// <summary>Each once, in the order of their names; what is no recipe names none.</summary>
    public static IEnumerable<string> In(string recipe) =>
        SourceReader.Read(recipe, new ErrorList("")) is SourceMap map && map.Find("steps") is { } steps
            ? OfSteps(steps).Distinct().Order(StringComparer.Ordinal)
            : [];

    private static IEnumerable<string> OfSteps(SourceNode node) =>
        Items(node).OfType<SourceMap>().SelectMany(step => step.Entries).SelectMany(OfEntry);

    private static IEnumerable<string> OfEntry(SourceEntry entry)
    {
        if (entry.Key.Text == "fallback")
        {
            return OfSteps(entry.Value);
        }

        if (!VerbCatalogue.TryFind(entry.Key.Text, out var verb))
        {
            return [];
        }

        return entry.Value is SourceMap body
            ? verb.Keys.SelectMany(key => body.Find(key.Name) is { } value ? OfKey(key, value) : [])
            : verb.Keys.Where(key => key.Name == verb.ShortKey).SelectMany(key => OfKey(key, entry.Value));
    }

    private static IEnumerable<string> OfKey(VerbKey key, SourceNode value) => key.Kind switch
    {
        KeyKind.File or KeyKind.Files => Items(value).OfType<SourceScalar>().Select(name => name.Text),
        KeyKind.Members => Items(value).OfType<SourceMap>().Select(member => member.Find("file")).OfType<SourceScalar>().Select(name => name.Text),
        _ => [],
    };

    private static ImmutableArray<SourceNode> Items(SourceNode node) => node is SourceList list ? list.Items : [node];
}
