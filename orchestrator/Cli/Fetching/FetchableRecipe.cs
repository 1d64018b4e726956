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

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>One recipe, or every one of a pack that has origins.</summary>
    /// <exception cref="StopException">There is none, or one cannot be read.</exception>
    public static async Task<ImmutableArray<FetchableRecipe>> ReadAllAsync(string path, CancellationToken cancellationToken)
    {
        string[] paths = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, $"*{OriginsFile.Suffix}", SearchOption.AllDirectories).Select(RecipeOf).Order(StringComparer.Ordinal)]
            : [path];
        if (paths.Length == 0)
        {
            throw StopException.NotFound(
                $"No recipe in {path} says where its files come from: a pack has {OriginsFile.Suffix} files beside its recipes. Give the folder of a pack that 'espero recipes import' has made.",
                $"Aucune recette de {path} ne dit d'où viennent ses fichiers : un lot a des fichiers {OriginsFile.Suffix} à côté de ses recettes. Indiquez le dossier d'un lot fait par « espero recipes import ».");
        }

        var recipes = ImmutableArray.CreateBuilder<FetchableRecipe>();
        foreach (var one in paths)
        {
            recipes.Add(await ReadAsync(one, cancellationToken));
        }

        return recipes.ToImmutable();
    }

    private static async Task<FetchableRecipe> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var beside = System.IO.Path.ChangeExtension(path, null) + OriginsFile.Suffix;
        if (!File.Exists(path) || !File.Exists(beside))
        {
            throw StopException.NotFound(
                $"{path} cannot be fetched for: the recipe and, beside it, {System.IO.Path.GetFileName(beside)} with the origins of its files must both be there. Check the name.",
                $"Rien ne peut être récupéré pour {path} : il faut la recette et, à côté, {System.IO.Path.GetFileName(beside)} avec l'origine de ses fichiers. Vérifiez le nom.");
        }

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        var recipe = await RecipeFile.ReadAsync(path, folder, cancellationToken);
        var origins = OriginsFile.Parse(await File.ReadAllTextAsync(beside, cancellationToken), beside);
        ImmutableArray<SourceError> errors = [.. recipe.Rehearse().Errors, .. origins.Errors];
        return errors.IsEmpty
            ? new FetchableRecipe(path, recipe, origins.Value!)
            : throw StopException.Refused(errors);
    }

    private static string RecipeOf(string origins) => origins[..^OriginsFile.Suffix.Length] + Extension;
}
