using System.Collections.Immutable;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>What became of one file of a data set.</summary>
/// <param name="File">Its plain name.</param>
/// <param name="Recipes">One for each operating system in it, and for each choice that changes the steps.</param>
/// <param name="Errors">Why it, or a part of it, does not compile; empty when all of it does.</param>
public sealed record ImportedFile(string File, ImmutableArray<ImportedRecipe> Recipes, ImmutableArray<SourceError> Errors)
{
    /// <summary>The project whose form it has; null for nobody's.</summary>
    public PackSource? Form { get; init; }

    public bool Compiles => Errors.IsEmpty && !Recipes.IsEmpty;

    /// <summary>By its own words it is no phone or tablet that anybody still builds for: nobody expects a recipe of it.</summary>
    public bool IsOutOfScope => Errors is [var only] && ImportComplaints.OutOfScope.Contains(only.Code);

    public bool Fails => !Compiles && !IsOutOfScope;
}
