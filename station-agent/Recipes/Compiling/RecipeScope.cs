using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Compiling;

/// <summary>What the steps of one recipe may name.</summary>
internal sealed record RecipeScope(Build Build, ImmutableDictionary<string, PartitionClass> DeclaredPartitions);
