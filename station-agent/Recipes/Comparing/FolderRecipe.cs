using System.Collections.Immutable;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Comparing;

/// <summary>A recipe and what the compiler says of it.</summary>
/// <param name="Plan">Null when it is refused.</param>
/// <param name="Complaints">Every reason why it is refused; empty when it is good.</param>
/// <param name="HasBuild">A build file says which files there are; without one the names of files were believed.</param>
public sealed record FolderRecipe(RecipeFile File, Plan.V1.Plan? Plan, ImmutableArray<SourceError> Complaints, bool HasBuild)
{
    /// <summary>What it asks leave to write although it exists only once: before it runs, somebody must sign it.</summary>
    public ImmutableArray<string> NeverWrite { get; init; } = [];

    /// <summary>Whether it is for a model, given as "vendor/codename" or by its codename alone.</summary>
    public bool IsFor(string model) => Plan is { Model: var own }
        && (string.Equals($"{own.Vendor}/{own.Codename}", model, StringComparison.OrdinalIgnoreCase)
            || string.Equals(own.Codename, model, StringComparison.OrdinalIgnoreCase));
}
