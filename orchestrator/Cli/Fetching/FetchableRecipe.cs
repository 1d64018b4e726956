using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Cli.Fetching;

/// <summary>A recipe with the file beside it that says where its own files come from.</summary>
/// <param name="Path">Of the recipe.</param>
internal sealed record FetchableRecipe(string Path, RecipeFile Recipe, OriginList Origins)
{
    private const string Extension = ".yaml";

    /// <summary>A folder of its own for the files of a recipe.</summary>
    public static string FolderOf(string recipe, string into) => System.IO.Path.Combine(into, System.IO.Path.GetFileNameWithoutExtension(recipe));

    /// <summary>The one recipe, or every one of a pack that has origins.</summary>
    /// <exception cref="StopException">There is none.</exception>
    public static string[] PathsOf(string path)
    {
        string[] paths = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, $"*{OriginsFile.Suffix}", SearchOption.AllDirectories).Select(RecipeOf).Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : throw NoOrigins(path);
        return paths.Length > 0
            ? paths
            : throw StopException.NotFound(
                $"No recipe in {path} says where its files come from: a pack has {OriginsFile.Suffix} files beside its recipes. Give the folder of a pack that 'espero recipes import' has made.",
                $"Aucune recette de {path} ne dit d'où viennent ses fichiers : un lot a des fichiers {OriginsFile.Suffix} à côté de ses recettes. Indiquez le dossier d'un lot fait par « espero recipes import ».");
    }

    /// <exception cref="StopException">It, or what is said of its files, cannot be read.</exception>
    public static async Task<FetchableRecipe> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var beside = OriginsOf(path);
        if (!File.Exists(path) || !File.Exists(beside))
        {
            throw NoOrigins(path);
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        var recipe = await RecipeFile.ReadAsync(path, folder, cancellationToken);
        var origins = OriginsFile.Parse(await File.ReadAllTextAsync(beside, cancellationToken), beside);
        ImmutableArray<SourceError> errors = [.. recipe.Rehearse().Errors, .. origins.Errors];
        return errors.IsEmpty
            ? new FetchableRecipe(path, recipe, origins.Value!)
            : throw StopException.Refused(errors);
    }

    private static StopException NoOrigins(string path) => StopException.NotFound(
        $"{path} cannot be fetched for: the recipe and, beside it, {System.IO.Path.GetFileName(OriginsOf(path))} with the origins of its files must both be there. Check the name.",
        $"Rien ne peut être récupéré pour {path} : il faut la recette et, à côté, {System.IO.Path.GetFileName(OriginsOf(path))} avec l'origine de ses fichiers. Vérifiez le nom.");

    private static string OriginsOf(string recipe) => System.IO.Path.ChangeExtension(recipe, null) + OriginsFile.Suffix;

    private static string RecipeOf(string origins) => origins[..^OriginsFile.Suffix.Length] + Extension;
}
