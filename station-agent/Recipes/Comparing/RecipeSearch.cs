using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Comparing;

/// <summary>
/// Looks for recipes in a folder and the folders below it. Where it cannot look, or stops, that is found, too, with the reason: what
/// nobody has read must not pass for good.
/// </summary>
internal static class RecipeSearch
{
    public const int MaxDepth = 8;
    public const int MaxRecipes = 10_000;

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false };

    private static readonly ImmutableArray<string> NotRecipes =
        [FolderCompiler.BuildFileName, PackFolder.PackFileName, ModelPackWriter.FileName, NativeFormats.ModelFileName];

    /// <summary>The paths of recipes, and of what keeps others from being found.</summary>
    /// <exception cref="IOException">The folder itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of leave.</exception>
    public static IEnumerable<(string Path, Complaint? Trouble)> In(string folder) => Of(List(folder), MaxDepth)
        .Select((found, index) => index < MaxRecipes ? found : (folder, FolderComplaints.TooMany(MaxRecipes)))
        .Take(MaxRecipes + 1);

    private static IEnumerable<(string Path, Complaint? Trouble)> Of(IEnumerable<FileSystemInfo> entries, int depth) => entries
        .SelectMany(entry => entry is DirectoryInfo ? Below(entry.FullName, depth)
            : IsRecipe(entry.Name) ? [(entry.FullName, null)]
            : []);

    private static IEnumerable<(string Path, Complaint? Trouble)> Below(string folder, int depth)
    {
        if (depth == 0)
        {
            return [(folder, FolderComplaints.TooDeep(MaxDepth))];
        }

        try
        {
            return Of(List(folder), depth - 1);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [(folder, FolderComplaints.Unreadable(fault))];
        }
    }

    private static IEnumerable<FileSystemInfo> List(string folder) =>
        new DirectoryInfo(folder).GetFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal);

    private static bool IsRecipe(string name) => NativeFormats.Of(name) is not null
        || (Path.GetExtension(name) is ".yaml" or ".yml"
            && !NotRecipes.Contains(name)
            && !name.EndsWith(OriginsFile.Suffix, StringComparison.Ordinal)); // where an imported recipe's files come from
}
