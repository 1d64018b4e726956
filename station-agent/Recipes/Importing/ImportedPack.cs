using System.Collections.Immutable;

namespace Espero.Station.Recipes.Importing;

/// <summary>Everything that one data set gave.</summary>
/// <param name="Files">In the order of their names.</param>
public sealed record ImportedPack(PackSource Source, ImmutableArray<ImportedFile> Files)
{
    /// <summary>The data set's own licence, as it lies beside its files, by name.</summary>
    public ImmutableArray<(string Name, string Text)> LicenceFiles { get; init; } = [];

    public IEnumerable<ImportedRecipe> Recipes => Files.SelectMany(file => file.Recipes);
}
