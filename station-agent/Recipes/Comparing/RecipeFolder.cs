using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Comparing;

/// <summary>
/// A folder of recipes with the folders below it, such as a pack. A recipe is a YAML file, or one of a format that is run as it is.
/// </summary>
public static class RecipeFolder
{
    /// <summary>
    /// Every recipe, in the order of the paths; each against the build file of its folder, or rehearsed without one. What cannot be
    /// read is refused like a recipe that is wrong, and the others are read all the same. A file is a folder of one, named as given.
    /// </summary>
    /// <exception cref="IOException">The folder itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of leave.</exception>
    public static async Task<ImmutableArray<FolderRecipe>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        if (File.Exists(folder))
        {
            return [await ReadAsync(folder, folder, cancellationToken)];
        }

        var recipes = new List<FolderRecipe>();
        foreach (var (path, trouble) in RecipeSearch.In(folder))
        {
            var name = Path.GetRelativePath(folder, path);
            recipes.Add(trouble is null ? await TryReadAsync(path, name, cancellationToken) : Unread(name, trouble));
        }

        return [.. recipes.OrderBy(recipe => recipe.File.Name, StringComparer.Ordinal)];
    }

    private static async Task<FolderRecipe> ReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var recipe = await RecipeFile.ReadAsync(path, folder, cancellationToken) with { Name = name };
        var described = Path.Combine(folder, FolderCompiler.BuildFileName);
        if (!File.Exists(described))
        {
            var rehearsed = recipe.Rehearse();
            return new FolderRecipe(recipe, rehearsed.Value?.Rehearsal, Placed(rehearsed.Errors, name), HasBuild: false)
            {
                NeverWrite = rehearsed.Value?.NeverWrite ?? [],
            };
        }

        var build = BuildFile.Parse(await File.ReadAllTextAsync(described, cancellationToken), FolderCompiler.BuildFileName);
        if (!build.IsGood)
        {
            return new FolderRecipe(recipe, null, Placed(build.Errors, name), HasBuild: true);
        }

        var parsed = recipe.Compile(build.Value);
        return new FolderRecipe(recipe, parsed.Value?.ToPlan(), Placed(parsed.Errors, name), HasBuild: true);
    }

    // A file beside a recipe is named by its plain name; here it needs its folder.
    private static ImmutableArray<SourceError> Placed(ImmutableArray<SourceError> errors, string name) =>
    [
        .. errors.Select(error => error.FileName == name
            ? error
            : error with { FileName = Path.Combine(Path.GetDirectoryName(name) ?? "", error.FileName) }),
    ];

    private static async Task<FolderRecipe> TryReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(path, name, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unread(name, FolderComplaints.Unreadable(fault));
        }
    }

    private static FolderRecipe Unread(string name, Complaint why) => new(
        new RecipeFile(name, "", []), null, [new SourceError(why.Code, name, 1, 1, why.Sentence, why.NearestWord)], HasBuild: false);
}
