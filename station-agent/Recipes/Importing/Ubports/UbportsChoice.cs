using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Ubports;

/// <summary>What is chosen for every question of one operating system's entry.</summary>
internal sealed record UbportsChoice(ImmutableDictionary<string, string> Values)
{
    /// <summary>The chosen variants, for a recipe's name.</summary>
    public required string Word { get; init; }

    /// <summary>Whether a step with this condition is done. A question that nobody asks has no answer that fits.</summary>
    public bool Fits(SourceNode? condition) => condition switch
    {
        null => true,
        SourceMap map when map.Find("AND") is SourceList all => all.Items.All(Fits),
        SourceMap map when map.Find("OR") is SourceList any => any.Items.Any(Fits),
        SourceMap map when map.Find("NOT") is { } not => !Fits(not),
        SourceMap map when map.Text("var") is { } name => Values.GetValueOrDefault(name) == map.Text("value"),
        _ => false,
    };
}
