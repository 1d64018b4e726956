using System.Collections.Immutable;

namespace Espero.Cli.Fetching;

/// <summary>What became of the files of a recipe.</summary>
/// <param name="Recipe">Its path.</param>
/// <param name="Folder">Where they are.</param>
/// <param name="BuildFile">The build file that names them all; null while one is missing.</param>
internal sealed record FetchedBuild(string Recipe, string Folder, ImmutableArray<FetchedFile> Files, string? BuildFile)
{
    /// <summary>Why the recipe itself could not be followed; null when it could.</summary>
    public Sentence? Trouble { get; init; }
}
