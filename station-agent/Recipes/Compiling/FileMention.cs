using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Compiling;

/// <summary>A place where a step names a file of the build.</summary>
internal sealed record FileMention(string Name, SourceNode Node);
