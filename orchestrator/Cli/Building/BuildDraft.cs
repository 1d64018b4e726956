using Espero.Operations.V1;
using Espero.Station.Recipes.Native;
using Build = Espero.Station.Recipes.Builds.Build;
using BuildFile = Espero.Station.Recipes.Builds.BuildFile;
using RecipeText = Espero.Operations.V1.RecipeText;

namespace Espero.Cli.Building;

/// <summary>A build file and a recipe that fit together, checked here so that no gigabyte is sent for a typing slip.</summary>
internal sealed record BuildDraft(Build Build, string BuildFileName, string BuildYaml, RecipeFile Recipe)
{
    public static async Task<BuildDraft> ReadAsync(
        string buildPath, string recipePath, string folder, CancellationToken cancellationToken)
    {
        var buildYaml = await ReadAsync(buildPath, path => File.ReadAllTextAsync(path, cancellationToken));
        var recipe = await ReadAsync(recipePath, path => RecipeFile.ReadAsync(path, folder, cancellationToken));
        var build = BuildFile.Parse(buildYaml, buildPath);
        if (!build.IsGood)
        {
            throw StopException.Refused(build.Errors);
        }

        var plan = recipe.Compile(build.Value);
        return plan.IsGood
            ? new BuildDraft(build.Value, Path.GetFileName(buildPath), buildYaml, recipe)
            : throw StopException.Refused(plan.Errors);
    }

    /// <summary>What the recipe itself says of the files' content, where its format does.</summary>
    public async Task CheckDigestsAsync(string folder, CancellationToken cancellationToken)
    {
        var differing = await FileDigests.CheckAsync(Recipe, name => Path.Combine(folder, name), cancellationToken);
        if (!differing.IsEmpty)
        {
            throw StopException.Refused(differing);
        }
    }

    public AddBuildRequest ToRequest() => new()
    {
        BuildYaml = BuildYaml,
        BuildFileName = BuildFileName,
        RecipeYaml = Recipe.Text,
        RecipeFileName = Recipe.Name,
        Beside = { Recipe.Beside.Select(text => new RecipeText { Name = text.Name, Text = text.Text }) },
    };

    private static async Task<T> ReadAsync<T>(string path, Func<string, Task<T>> read)
    {
        try
        {
            return await read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StopException.NotFound(
                $"The file {path} cannot be read ({e.Message}). Check its name and that you may read it.",
                $"Le fichier {path} est illisible ({e.Message}). Vérifiez son nom et que vous avez le droit de le lire.");
        }
    }
}
