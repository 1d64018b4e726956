using System.Collections.Immutable;
using Espero.Operations.V1;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Source;
using Build = Espero.Station.Recipes.Builds.Build;
using BuildFile = Espero.Station.Recipes.Builds.BuildFile;

namespace Espero.Cli.Building;

/// <summary>A build file and a recipe that fit together, checked here so that no gigabyte is sent for a typing slip.</summary>
internal sealed record BuildDraft(Build Build, string BuildFileName, string BuildYaml, string RecipeFileName, string RecipeYaml)
{
    public static async Task<BuildDraft> ReadAsync(
        string buildPath, string recipePath, CancellationToken cancellationToken)
    {
        var buildYaml = await ReadTextAsync(buildPath, cancellationToken);
        var recipeYaml = await ReadTextAsync(recipePath, cancellationToken);
        var build = BuildFile.Parse(buildYaml, buildPath);
        if (!build.IsGood)
        {
            throw Refuse(build.Errors);
        }

        var plan = RecipeCompiler.Compile(recipeYaml, recipePath, build.Value);
        return plan.IsGood
            ? new BuildDraft(build.Value, Path.GetFileName(buildPath), buildYaml, Path.GetFileName(recipePath), recipeYaml)
            : throw Refuse(plan.Errors);
    }

    public AddBuildRequest ToRequest() => new()
    {
        BuildYaml = BuildYaml,
        BuildFileName = BuildFileName,
        RecipeYaml = RecipeYaml,
        RecipeFileName = RecipeFileName,
    };

    private static StopException Refuse(ImmutableArray<SourceError> errors) => new(ExitCode.Refused, new Sentence(
        string.Join('\n', errors.Select(error => error.In("en"))), string.Join('\n', errors.Select(error => error.In("fr")))));

    private static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StopException.NotFound(
                $"The file {path} cannot be read ({e.Message}). Check its name and that you may read it.",
                $"Le fichier {path} est illisible ({e.Message}). Vérifiez son nom et que vous avez le droit de le lire.");
        }
    }
}
