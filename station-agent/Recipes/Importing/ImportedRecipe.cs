using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Importing;

/// <summary>A recipe made of another project's data, which the compiler has accepted.</summary>
/// <param name="Name">As its head says; unique in its pack.</param>
/// <param name="Text">The recipe file, byte for byte as it is written into the pack.</param>
public sealed record ImportedRecipe(string Name, string Text, CheckedRecipe Recipe, OriginList Origins)
{
    /// <summary>Writes that the source offers and the choices made for this recipe leave out, in the source's own words.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>Files of other data sets that its facts about the model come from.</summary>
    public ImmutableArray<Origin> Borrowed { get; init; } = [];
}
