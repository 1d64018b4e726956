using System.Collections.Immutable;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Compiling;

/// <summary>What one recipe may name.</summary>
/// <param name="Models">Of the build it is for.</param>
/// <param name="FileNames">Of the build it is for.</param>
/// <param name="Partitions">Those that the recipe declares beside the catalogue's.</param>
/// <param name="NeverWrite">Those that exist only once and that the recipe asks leave to write.</param>
internal sealed record RecipeScope(
    ImmutableArray<string> Models,
    ImmutableArray<string> FileNames,
    ImmutableDictionary<string, PartitionClass> Partitions,
    ImmutableArray<string> NeverWrite);
