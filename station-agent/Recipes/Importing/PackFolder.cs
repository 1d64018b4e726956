using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>
/// Writes a pack as files: what it is and under which licence, what its data set says of models, a recipe each, and beside it where
/// its files come from.
/// </summary>
public static class PackFolder
{
    /// <summary>What a pack says of itself: where it is from and under which licence.</summary>
    public const string PackFileName = "pack.yaml";

    private static readonly SourceScalar Top = new(1, 1, "", isPlain: false);

    /// <summary>Everything that a pack consists of, by its path inside the pack; the same pack gives the same bytes.</summary>
    /// <param name="book">That the pack was imported with.</param>
    public static IEnumerable<(string Path, string Text)> FilesOf(ImportedPack pack, ModelBook book)
    {
        yield return (PackFileName, SourceWriter.Write(Head(pack)));
        yield return (ModelPackWriter.FileName, ModelPackWriter.Write(book, pack.Source.DataSet));
        foreach (var (name, text) in pack.LicenceFiles)
        {
            yield return (name, text);
        }

        foreach (var recipe in pack.Recipes)
        {
            var stem = $"recipes/{recipe.Recipe.Rehearsal.Model.Vendor}/{recipe.Name}";
            yield return ($"{stem}.yaml", recipe.Text);
            yield return ($"{stem}{OriginsFile.Suffix}", SourceWriter.Write(Origins(recipe)));
        }
    }

    /// <summary>
    /// Writes the pack into a folder of its name, in place of the pack that was there: recipes that it no longer has go. A folder that
    /// is no pack of this project is left as it is.
    /// </summary>
    /// <returns>The pack's folder; null when something else is there.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string? Write(ImportedPack pack, ModelBook book, string into)
    {
        var folder = Path.Combine(into, pack.Source.Kind);
        if (Directory.Exists(folder) && !MayReplace(pack, folder))
        {
            return null;
        }

        var recipes = Path.Combine(folder, "recipes");
        if (Directory.Exists(recipes))
        {
            Directory.Delete(recipes, recursive: true);
        }

        foreach (var (path, text) in FilesOf(pack, book))
        {
            var whole = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            File.WriteAllText(whole, text);
        }

        return folder;
    }

    // Recipes that somebody wrote by hand must not go with those that were imported.
    private static bool MayReplace(ImportedPack pack, string folder)
    {
        var head = Path.Combine(folder, PackFileName);
        return !Directory.EnumerateFileSystemEntries(folder).Any()
            || (File.Exists(head) && File.ReadAllText(head) == SourceWriter.Write(Head(pack)));
    }

    private static SourceMap Head(ImportedPack pack) => Map(
        Top,
        ("pack", Text(Top, pack.Source.Kind)),
        ("project", Text(Top, pack.Source.Project)),
        ("attribution", Text(Top, pack.Source.Attribution)),
        ("licence", Text(Top, pack.Source.Licence)));

    private static SourceMap Origins(ImportedRecipe recipe) => Map(
        Top,
        [
            ("system", Text(Top, recipe.Origins.Name)),
            ("models", Texts(recipe.Origins.Models)),
            .. recipe.Borrowed.IsEmpty
                ? []
                : new (string, SourceNode)[] { ("facts-from", List(Top, recipe.Borrowed.Select(Borrowed))) },
            ("files", List(Top, recipe.Origins.Files.Select(FileOf))),
        ]);

    private static SourceMap FileOf(OriginFile file) => Map(
        Top,
        [
            ("name", Text(Top, file.Name)),
            ("way", Text(Top, OriginWords.Ways.WordOf(file.Way))),
            .. DraftSteps.Maybe(Top, "address", file.Address),
            .. DraftSteps.Maybe(Top, "codename", file.Codename),
            .. DraftSteps.Maybe(Top, "role", file.Role),
            .. file.ToChoose.IsEmpty ? [] : new (string, SourceNode)[] { ("choose", Texts(file.ToChoose)) },
            .. DraftSteps.Maybe(Top, "sha256", file.Sha256),
            .. DraftSteps.Maybe(Top, "md5", file.Md5),
        ]);

    // Licences differ: who shows the recipe names these projects, too.
    private static SourceMap Borrowed(Origin origin) => Map(
        Top,
        [
            ("file", Text(Top, origin.ToString())),
            .. SourceProject.Find(origin.DataSet) is { } project
                ? new (string, SourceNode)[]
                {
                    ("project", Text(Top, project.Name)),
                    ("attribution", Text(Top, project.Attribution)),
                    ("licence", Text(Top, project.Licence)),
                }
                : [],
        ]);

    private static SourceList Texts(IEnumerable<string> texts) => List(Top, texts.Select(text => Text(Top, text)));
}
