using System.Collections.Immutable;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Tests.Importing;

public sealed class PackFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("espero-pack-").FullName;

    private static ImportedPack Pack { get; } = new(PackSource.Find("ubports")!, ImmutableArray<ImportedFile>.Empty);

    private string Own => Path.Combine(_folder, "ubports", "recipes", "acme", "own.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pack_takes_the_place_of_the_one_that_was_there()
    {
        PackFolder.Write(Pack, ModelBook.Empty, _folder);
        WriteOwn();

        Assert.NotNull(PackFolder.Write(Pack, ModelBook.Empty, _folder));

        Assert.False(File.Exists(Own));
        Assert.Equal(["models.yaml", "pack.yaml"], Directory.GetFiles(Path.Combine(_folder, "ubports")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Recipes_in_a_folder_that_is_no_pack_are_left_as_they_are()
    {
        WriteOwn();

        Assert.Null(PackFolder.Write(Pack, ModelBook.Empty, _folder));

        Assert.True(File.Exists(Own));
    }

    private void WriteOwn()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Own)!);
        File.WriteAllText(Own, "recipe: own\n");
    }
}
