using System.Security.Cryptography;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Compiles a recipe against a folder of files, with a build file in it or without one.</summary>
public static class FolderCompiler
{
    /// <summary>In this file a folder says what its build is; without it the files stand for themselves.</summary>
    public const string BuildFileName = "build.yaml";

    private const int MaxFiles = 1000;

    // Stands in until it is known which files the recipe names: nobody hashes gigabytes for nothing.
    private static readonly string NotHashed = new('0', 64);

    /// <summary>The plan, or every reason why the recipe or the build file is refused.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<Parsed<CompiledPlan>> CompileAsync(string recipePath, string folder, CancellationToken cancellationToken)
    {
        var recipe = await RecipeFile.ReadAsync(recipePath, folder, cancellationToken);
        var plan = await CompileAsync(recipe, folder, cancellationToken);
        if (!plan.IsGood)
        {
            return plan;
        }

        var differing = await FileDigests.CheckAsync(recipe, name => PathOf(folder, name), cancellationToken);
        return differing.IsEmpty ? plan : new Parsed<CompiledPlan>(differing);
    }

    private static async Task<Parsed<CompiledPlan>> CompileAsync(RecipeFile recipe, string folder, CancellationToken cancellationToken)
    {
        if (PathOf(folder, BuildFileName) is { } described)
        {
            var build = BuildFile.Parse(await File.ReadAllTextAsync(described, cancellationToken), BuildFileName);
            return build.IsGood ? recipe.Compile(build.Value) : new Parsed<CompiledPlan>(build.Errors);
        }

        // The model that the recipe is for: a folder says nothing about models.
        var found = Found(folder, recipe.Model);
        var draft = recipe.Compile(found);
        return draft.IsGood ? recipe.Compile(await HashAsync(found, folder, draft.Value.ToPlan(), cancellationToken)) : draft;
    }

    private static string? PathOf(string folder, string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;

    private static Build Found(string folder, string? model) => new()
    {
        Name = "folder",
        Version = "1",
        Counter = 0,
        Models = model is null ? [] : [model],
        Files =
        [
            .. new DirectoryInfo(folder).EnumerateFiles()
                .Where(file => file.Length > 0 && ValueRules.FileName.Pattern.IsMatch(file.Name))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Take(MaxFiles)
                .Select(file => new ImageFile(file.Name, (ulong)file.Length, NotHashed)),
        ],
    };

    private static async Task<Build> HashAsync(Build found, string folder, Plan.V1.Plan plan, CancellationToken cancellationToken)
    {
        var named = plan.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var files = new List<ImageFile>();
        foreach (var file in found.Files.Where(file => named.Contains(file.Name)))
        {
            await using var stream = File.OpenRead(Path.Combine(folder, file.Name));
            files.Add(file with { Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) });
        }

        return new Build { Name = found.Name, Version = found.Version, Counter = found.Counter, Models = found.Models, Files = [.. files] };
    }
}
