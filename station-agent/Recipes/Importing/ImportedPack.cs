using System.Collections.Immutable;

namespace Espero.Station.Recipes.Importing;

/// <summary>Everything that one data set gave.</summary>
/// <param name="Files">In the order of their names.</param>
public sealed record ImportedPack(PackSource Source, ImmutableArray<ImportedFile> Files)
{
    /// <summary>The data set's own licence, as it lies beside its files, by name.</summary>
    public ImmutableArray<(string Name, string Text)> LicenceFiles { get; init; } = [];

    /// <summary>The project whose files these are, where none of them is of the one that was named; else null.</summary>
    public PackSource? OtherProject => Files.Any(file => file.Form == Source)
        ? null
        : Files.Select(file => file.Form).OfType<PackSource>().GroupBy(form => form).MaxBy(files => files.Count())?.Key;

    public IEnumerable<ImportedRecipe> Recipes => Files.SelectMany(file => file.Recipes);
}
