using System.Collections.Immutable;

namespace Espero.Station.Recipes.Importing;

/// <summary>Everything that one data set gave.</summary>
/// <param name="Files">In the order of their names.</param>
public sealed record ImportedPack(PackSource Source, ImmutableArray<ImportedFile> Files)
{
    public IEnumerable<ImportedRecipe> Recipes => Files.SelectMany(file => file.Recipes);
}
