using System.Collections.Immutable;

namespace Espero.Station.Recipes.Compiling;

/// <summary>
/// A recipe without a mistake whose files are not all here yet. It can be read, shown and rehearsed; it is no
/// <see cref="CompiledPlan"/>, and nothing turns it into one but its build.
/// </summary>
/// <param name="Rehearsal">The steps as a plan has them, without a build and without hashes: every station refuses it.</param>
/// <param name="Source">Null when the recipe was written here.</param>
/// <param name="NeverWrite">What it asks leave to write although it exists only once: such a recipe must be signed.</param>
public sealed record CheckedRecipe(Plan.V1.Plan Rehearsal, RecipeSource? Source, ImmutableArray<string> NeverWrite);
