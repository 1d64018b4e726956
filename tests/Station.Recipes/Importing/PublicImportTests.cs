using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Builds;
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
    [InlineData("ubports", 58)]
    [InlineData("openandroidinstaller", 63)]
    [InlineData("eos", 19)]
    [InlineData("lineage", 520)]
    public void No_file_of_the_data_is_passed_over(string kind, int least)
    {
        PublicDevices.Need();

        Assert.InRange(Import(kind).Files.Length, least, int.MaxValue);
        Assert.All(Import(kind).Files, file => Assert.Equal(kind, file.Form?.Kind));
    }

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    [InlineData("lineage")]
    public void The_same_data_give_the_same_bytes(string kind)
    {
        PublicDevices.Need();

        Assert.Equal(PackFolder.FilesOf(Import(kind), Book.Value), PackFolder.FilesOf(Import(kind), ModelBook.Read(PublicDevices.Folder)));
    }

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    [InlineData("lineage")]
    public void What_a_pack_says_of_origins_is_read_back_as_it_was(string kind)
    {
        PublicDevices.Need();
        var pack = Import(kind);

        var texts = PackFolder.FilesOf(pack, Book.Value).Where(file => file.Path.EndsWith(OriginsFile.Suffix, StringComparison.Ordinal));

        Assert.Equal(
            pack.Recipes.Select(recipe => Describe(recipe.Origins)), texts.Select(file => Describe(OriginsFile.Parse(file.Text, file.Path).Value!)));
    }

    [Theory]
    [InlineData("ubports", 0.95)]
    [InlineData("openandroidinstaller", 0.6)]
    [InlineData("eos", 0.55)]
    [InlineData("lineage", 0.95)]
    public void Asks_for_keys_have_their_picture_where_the_data_tell_the_keys(string kind, double least)
    {
        PublicDevices.Need();

        Plan.V1.Ask[] asks =
        [
            .. Import(kind).Recipes
                .SelectMany(recipe => SmallDataSets.All(recipe.Recipe.Rehearsal))
                .Select(step => step.Ask)
                .OfType<Plan.V1.Ask>()
                .Where(ask => ask.Mode != Plan.V1.PhoneMode.Unspecified && ask.Needs.Contains(Plan.V1.Ask.Types.Need.Keys)),
        ];

        var share = asks.Count(ask => ask.PictureKey.Length > 0) / (double)asks.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{share:P1} of {asks.Length}");
        Assert.InRange(share, least, 1);
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
            .SelectMany(recipe => SmallDataSets.All(recipe.Recipe.Rehearsal))
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

    // Two arrays with the same items are not equal.
    private static string Describe(OriginList origins) => string.Join(
        '\n',
        origins.Files.Select(file => (file with { ToChoose = [] }).ToString() + string.Join(',', file.ToChoose))
            .Prepend($"{origins.Name} {string.Join(',', origins.Models)}"));
}
