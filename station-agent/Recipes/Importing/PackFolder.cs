using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Native.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>Writes a pack as files: what it is and under which licence, a recipe each, and beside it where its files come from.</summary>
public static class PackFolder
{
    private static readonly SourceScalar Top = new(1, 1, "", isPlain: false);

    /// <summary>Everything that a pack consists of, by its path inside the pack; the same pack gives the same bytes.</summary>
    public static IEnumerable<(string Path, string Text)> FilesOf(ImportedPack pack)
    {
        yield return ("pack.yaml", RecipeWriter.Write(Head(pack)));
        foreach (var recipe in pack.Recipes)
        {
            var stem = $"recipes/{recipe.Recipe.Rehearsal.Model.Vendor}/{recipe.Name}";
            yield return ($"{stem}.yaml", recipe.Text);
            yield return ($"{stem}.origins.yaml", RecipeWriter.Write(Origins(recipe.Origins)));
        }
    }

    /// <summary>Writes the pack into a folder of its name. A recipe that the pack no longer has is removed; nothing else is.</summary>
    /// <returns>The pack's folder.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(ImportedPack pack, string into)
    {
        var folder = Path.Combine(into, pack.Source.Kind);
        var recipes = Path.Combine(folder, "recipes");
        if (Directory.Exists(recipes))
        {
            Directory.Delete(recipes, recursive: true);
        }

        foreach (var (path, text) in FilesOf(pack))
        {
            var whole = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            File.WriteAllText(whole, text);
        }

        return folder;
    }

    private static SourceMap Head(ImportedPack pack) => Map(
        Top,
        ("pack", Text(Top, pack.Source.Kind)),
        ("project", Text(Top, pack.Source.Project)),
        ("attribution", Text(Top, pack.Source.Attribution)),
        ("licence", Text(Top, pack.Source.Licence)));

    private static SourceMap Origins(OriginList origins) => Map(
        Top,
        ("system", Text(Top, origins.Name)),
        ("models", List(Top, origins.Models.Select(model => Text(Top, model)))),
        ("files", List(Top, origins.Files.Select(Origin))));

    private static SourceMap Origin(OriginFile file) => Map(
        Top,
        [
            ("name", Text(Top, file.Name)),
            ("way", Text(Top, OriginWords.Ways.WordOf(file.Way))),
            .. DraftSteps.Maybe(Top, "address", file.Address),
            .. DraftSteps.Maybe(Top, "role", file.Role),
            .. DraftSteps.Maybe(Top, "sha256", file.Sha256),
        ]);
}
