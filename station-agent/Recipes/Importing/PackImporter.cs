using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>Makes a pack of a data set. Each recipe is written and then compiled from its own text: what is not compiled is not in the pack.</summary>
public static class PackImporter
{
    /// <param name="folder">With the files of the data set.</param>
    /// <param name="book">What all data sets say about models.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ImportedPack Import(PackSource source, string folder, ModelBook book) => new(
        source,
        [
            .. Directory.EnumerateFiles(folder)
                .Where(path => Path.GetExtension(path) is ".yml" or ".yaml")
                .Order(StringComparer.Ordinal)
                .Select(path => Import(source, Path.GetFileName(path), File.ReadAllBytes(path), book)),
        ])
    {
        LicenceFiles =
        [
            .. Directory.EnumerateFiles(folder, "LICENSE*")
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        ],
    };

    /// <summary>The same for the bytes of one file.</summary>
    internal static ImportedFile Import(PackSource source, string fileName, byte[] bytes, ModelBook book)
    {
        var errors = new ErrorList(fileName);
        var recipes = new List<ImportedRecipe>();
        PackSource? form = null;
        if (SourceReader.Read(Encoding.UTF8.GetString(bytes), errors) is { } root)
        {
            if (root is not SourceMap map)
            {
                errors.Add(root, ValueComplaints.NotMap("file"));
                return new ImportedFile(fileName, [], errors.InOrder());
            }

            form = PackSource.ByForm(map);
            var origin = new RecipeSource(source.Project, fileName, Convert.ToHexStringLower(SHA256.HashData(bytes)), source.Licence);
            foreach (var draft in source.Read(map, new ImportScope(fileName, book, errors)))
            {
                Compile(draft, origin, errors, recipes, Borrowed(source, draft, book));
            }
        }

        return new ImportedFile(fileName, [.. recipes], errors.InOrder()) { Form = form };
    }

    private static ImmutableArray<Origin> Borrowed(PackSource source, RecipeDraft draft, ModelBook book) =>
        book.Find(draft.Model) is { } model ? [.. ModelIdentity.BorrowedBy(source.DataSet, model)] : [];

    private static void Compile(
        RecipeDraft draft, RecipeSource source, ErrorList errors, List<ImportedRecipe> recipes, ImmutableArray<Origin> borrowed)
    {
        var text = SourceWriter.Write(RecipeAssembler.Assemble(draft, source));
        var origins = new OriginList(draft.System, [draft.Model], draft.Files);
        var recipe = RecipeCompiler.Check(text, $"{draft.Name}.yaml", origins);
        if (recipe.IsGood)
        {
            recipes.Add(new ImportedRecipe(draft.Name, text, recipe.Value, origins) { LeftOut = draft.LeftOut, Borrowed = borrowed });
        }
        else
        {
            errors.AddAll(recipe.Errors);
        }
    }
}
