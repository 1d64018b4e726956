using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Schema;
using Espero.Station.Recipes.Tests.Models;
using NJsonSchema;

namespace Espero.Station.Recipes.Tests.Schema;

/// <summary>Imported files and those that people write live by the same published schemas.</summary>
public sealed class PublicSchemaTests
{
    private static readonly Lazy<ModelBook> Book = new(() => ModelBook.Read(PublicDevices.Folder));

    [Theory]
    [InlineData("ubports")]
    [InlineData("openandroidinstaller")]
    [InlineData("eos")]
    [InlineData("lineage")]
    public async Task Every_file_of_an_imported_pack_is_as_its_schema_says(string kind)
    {
        PublicDevices.Need();
        var source = PackSource.Find(kind)!;
        var pack = PackImporter.Import(source, Path.Combine(PublicDevices.Folder, source.DataSet), Book.Value);
        var recipe = await SchemaAsync("recipe");
        var origins = await SchemaAsync("origins");
        var head = await SchemaAsync("pack");

        var wrong = PackFolder.FilesOf(pack, Book.Value)
            .Select(file => (file.Path, file.Text, Schema: SchemaOf(file.Path)))
            .Where(file => file.Schema is not null)
            .SelectMany(file => file.Schema!.Validate(YamlAsJson.Convert(file.Text)).Select(error => $"{file.Path}: {error}"));

        Assert.Empty(wrong);

        JsonSchema? SchemaOf(string path) =>
            path == PackFolder.PackFileName ? head
            : path.EndsWith(OriginsFile.Suffix, StringComparison.Ordinal) ? origins
            : path.StartsWith("recipes/", StringComparison.Ordinal) ? recipe
            : null; // licences, and what the data say of models, which nobody writes by hand
    }

    [Theory]
    [InlineData("way: download", "way: donwload")]
    [InlineData("name: boot.img", "nmae: boot.img")]
    [InlineData("models: [acme/one]", "models: acme/one")]
    [InlineData("system: One\n", "")]
    [InlineData("boot.img", "../boot.img")]
    public async Task Origins_that_the_schema_refuses_the_reader_refuses(string good, string bad)
    {
        const string Text = "system: One\nmodels: [acme/one]\nfiles:\n  - { name: boot.img, way: download }\n";
        var changed = Text.Replace(good, bad, StringComparison.Ordinal);
        var schema = await SchemaAsync("origins");

        Assert.Empty(schema.Validate(YamlAsJson.Convert(Text)));
        Assert.NotEmpty(schema.Validate(YamlAsJson.Convert(changed)));
        Assert.True(OriginsFile.Parse(Text, "one.origins.yaml").IsGood);
        Assert.False(OriginsFile.Parse(changed, "one.origins.yaml").IsGood);
    }

    [Fact]
    public async Task A_build_file_that_is_written_is_as_its_schema_says() =>
        Assert.Empty((await SchemaAsync("build")).Validate(YamlAsJson.Convert(BuildFile.Write(Examples.Build))));

    private static Task<JsonSchema> SchemaAsync(string name) =>
        JsonSchema.FromJsonAsync(RecipeSchemas.All[$"{name}.schema.json"], TestContext.Current.CancellationToken);
}
