using Espero.Station.Recipes.Builds;

namespace Espero.Cli.Fetching;

/// <summary>What became of one file of a build, and why.</summary>
/// <param name="Measured">Null where it is not here.</param>
/// <param name="Remark">Who vouches for it, or what is to be done.</param>
internal sealed record FetchedFile(string Name, FileState State, ImageFile? Measured, Sentence Remark);
