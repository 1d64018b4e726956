using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Tests.Models;

namespace Espero.Station.Recipes.Tests.Importing;

/// <summary>The bars that the importers must keep, on the public data itself.</summary>
public sealed class PublicImportTests
{
    private static readonly Lazy<ModelBook> Book = new(() => ModelBook.Read(PublicDevices.Folder));

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    public void Every_file_compiles(string kind)
    {
        PublicDevices.Need();

        var refused = Import(kind).Files.Where(file => !file.Compiles);

        Assert.True(!refused.Any(), string.Join("\n", refused.Select(file => $"{file.File}: {string.Join("; ", file.Errors.Select(error => error.In("en")))}")));
    }

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    public void The_same_data_give_the_same_bytes(string kind)
    {
        PublicDevices.Need();

        Assert.Equal(Import(kind).Recipes.Select(recipe => recipe.Text), Import(kind).Recipes.Select(recipe => recipe.Text));
    }

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    [InlineData("lineage")]
    public void Every_ask_has_its_sentence(string kind)
    {
        PublicDevices.Need();

        var codes = Import(kind).Recipes
            .SelectMany(recipe => recipe.Recipe.Rehearsal.Steps.SelectMany(step => step.Fallback.Prepend(step)))
            .Select(step => step.Ask?.SentenceCode ?? step.FetchManual?.SentenceCode)
            .Where(code => code is not null && AskSentences.Find(code) is null)
            .Distinct();

        Assert.Empty(codes);
    }

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    [InlineData("lineage")]
    public void No_two_recipes_of_a_pack_share_a_name_and_none_holds_an_address(string kind)
    {
        PublicDevices.Need();

        ImportedRecipe[] recipes = [.. Import(kind).Recipes];

        Assert.Equal(recipes.Length, recipes.DistinctBy(recipe => $"{recipe.Recipe.Rehearsal.Model.Vendor}/{recipe.Name}").Count());
        Assert.DoesNotContain(recipes, recipe => recipe.Text.Split('\n').Any(IsAddress));
    }

    // The source's own words may tell of a page to read; nothing else may.
    private static bool IsAddress(string line) =>
        line.Contains("://", StringComparison.Ordinal) && !line.Contains("words:", StringComparison.Ordinal);

    private static ImportedPack Import(string kind)
    {
        var source = PackSource.Find(kind)!;
        return PackImporter.Import(source, Path.Combine(PublicDevices.Folder, source.DataSet), Book.Value);
    }
}
