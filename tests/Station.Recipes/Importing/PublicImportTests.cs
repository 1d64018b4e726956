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

    private static ImportedPack Import(string kind)
    {
        var source = PackSource.Find(kind)!;
        return PackImporter.Import(source, Path.Combine(PublicDevices.Folder, source.DataSet), Book.Value);
    }
}
