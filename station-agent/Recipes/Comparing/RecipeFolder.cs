using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Comparing;

/// <summary>
/// A folder of recipes with the folders below it, such as a pack. A recipe is a YAML file, or one of a format that is run as it is.
/// </summary>
public static class RecipeFolder
{
    private const int MaxDepth = 8;
    private const int MaxRecipes = 10_000;

    private static readonly ImmutableArray<string> NotRecipes =
        [FolderCompiler.BuildFileName, PackFolder.PackFileName, ModelPackWriter.FileName, NativeFormats.ModelFileName];

    /// <summary>Every recipe, in the order of the paths; each against the build file of its folder, or rehearsed without one.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<ImmutableArray<FolderRecipe>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaxDepth };
        var paths = Directory.EnumerateFiles(folder, "*", options).Where(IsRecipe).Order(StringComparer.Ordinal).Take(MaxRecipes);
        var recipes = ImmutableArray.CreateBuilder<FolderRecipe>();
        foreach (var path in paths)
        {
            recipes.Add(await ReadAsync(path, Path.GetRelativePath(folder, path), cancellationToken));
        }

        return recipes.ToImmutable();
    }

    /// <summary>One recipe in its folder.</summary>
    /// <param name="name">How messages name it.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<FolderRecipe> ReadAsync(string path, string name, CancellationToken cancellationToken)
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

    private static bool IsRecipe(string path)
    {
        var name = Path.GetFileName(path);
        return NativeFormats.Of(name) is not null
            || (Path.GetExtension(name) is ".yaml" or ".yml"
                && !NotRecipes.Contains(name)
                && !name.EndsWith(OriginsFile.Suffix, StringComparison.Ordinal)); // where an imported recipe's files come from
    }
}
