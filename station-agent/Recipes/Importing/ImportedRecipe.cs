using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;

namespace Espero.Station.Recipes.Importing;

/// <summary>A recipe made of another project's data, which the compiler has accepted.</summary>
/// <param name="Name">As its head says; unique in its pack.</param>
/// <param name="Text">The recipe file, byte for byte as it is written into the pack.</param>
public sealed record ImportedRecipe(string Name, string Text, CheckedRecipe Recipe, OriginList Origins);
