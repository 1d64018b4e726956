using System.Collections.Immutable;
using Espero.Station.Recipes.Comparing;
using Espero.Station.Recipes.Tests.Native;
using Espero.Testing;

namespace Espero.Station.Recipes.Tests.Comparing;

public sealed class RecipeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recipe_without_a_build_is_believed_about_its_files()
    {
        await WriteAsync("acme/one.yaml", Examples.WithSteps("- unpack: { archive: notes.txt, members: [{ path: a/b, file: inner.img }] }\n- flash: { partition: boot, file: inner.img }"));

        var recipe = Assert.Single(await ReadAsync());

        Assert.Empty(recipe.Complaints);
        Assert.False(recipe.HasBuild);
        Assert.Equal(["boot.img", "inner.img", "notes.txt", "system.img"], recipe.Plan!.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task A_recipe_that_must_be_signed_can_be_read_and_says_so()
    {
        var recipe = Examples.WithSteps("- erase: persist").Replace("proof: none", "proof: none\nnever-write: [persist]", StringComparison.Ordinal);
        await WriteAsync("one.yaml", recipe);

        Assert.Equal(["persist"], Assert.Single(await ReadAsync()).NeverWrite);
    }

    [Fact]
    public async Task What_a_pack_says_of_itself_and_of_models_is_no_recipe()
    {
        await WriteAsync("pack.yaml", "pack: one");
        await WriteAsync("models.yaml", "models: []");
        await WriteAsync("recipes/acme/one.origins.yaml", "files: []");

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_build_file_in_the_folder_says_which_files_there_are()
    {
        await WriteAsync("build.yaml", Examples.BuildText);
        await WriteAsync("one.yaml", Examples.WithSteps("- flash: { partition: boot, file: boot.img }").Replace("boot.img }", "other.img }", StringComparison.Ordinal));

        Assert.Contains("unknown-file", Assert.Single(await ReadAsync()).Complaints.Select(complaint => complaint.Code));
    }

    [Fact]
    public async Task Every_complaint_of_every_recipe_is_told_with_its_path()
    {
        await WriteAsync("a/one.yaml", Examples.WithSteps("- ersae: cache\n- erase: zzzzzzzzz"));
        await WriteAsync("b/script.txt", "flsh boot boot.img");

        var complaints = (await ReadAsync()).SelectMany(recipe => recipe.Complaints);

        Assert.Equal(
            [("a/one.yaml", 9, "unknown-verb"), ("a/one.yaml", 10, "unknown-partition"), ("b/script.txt", 1, "unknown-command")],
            complaints.Select(complaint => (complaint.FileName, complaint.Line, complaint.Code)));
    }

    [Fact]
    public async Task A_mistake_in_a_file_beside_a_recipe_is_told_with_that_path()
    {
        await WriteAsync("b/script.txt", "check-requirements android-info.txt");
        await WriteAsync("b/android-info.txt", "nonsense");
        await WriteAsync("b/model.yaml", NativeExamples.Model);

        Assert.Equal(["b/android-info.txt"], Assert.Single(await ReadAsync()).Complaints.Select(complaint => complaint.FileName));
    }

    [Fact]
    public async Task What_stands_around_recipes_in_a_pack_is_no_recipe()
    {
        await WriteAsync("pack.yaml", "pack: x");
        await WriteAsync("recipes/one.origins.yaml", "files: []");
        await WriteAsync("README.md", "text");

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task A_recipe_that_cannot_be_read_is_refused_and_the_others_are_read()
    {
        await WriteAsync("a/one.yaml", Examples.WithSteps("- erase: cache"));
        await WriteAsync("c/one.yaml", Examples.WithSteps("- erase: cache"));
        Directory.CreateDirectory(_folder.PathTo("b"));
        File.CreateSymbolicLink(_folder.PathTo("b/gone.yaml"), "nowhere");

        var recipes = await ReadAsync();

        Assert.Equal(
            [("a/one.yaml", true), ("b/gone.yaml", false), ("c/one.yaml", true)],
            recipes.Select(recipe => (recipe.File.Name, recipe.Plan is not null)));
        var complaint = Assert.Single(recipes[1].Complaints);
        Assert.Equal(("unreadable", "b/gone.yaml"), (complaint.Code, complaint.FileName));
        Assert.Contains("was not checked", complaint.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_too_far_down_is_refused_and_never_passed_over()
    {
        var deepest = string.Join('/', Enumerable.Repeat("d", RecipeSearch.MaxDepth));
        await WriteAsync($"{deepest}/seen.yaml", Examples.WithSteps("- erase: cache"));
        await WriteAsync($"{deepest}/d/unseen.yaml", Examples.WithSteps("- erase: cache"));

        var recipes = await ReadAsync();

        Assert.Equal(
            [($"{deepest}/d", "folder-too-deep"), ($"{deepest}/seen.yaml", null)],
            recipes.Select(recipe => (recipe.File.Name, recipe.Complaints.SingleOrDefault()?.Code)));
    }

    [Fact]
    public void More_recipes_than_are_read_are_told()
    {
        for (var i = 0; i <= RecipeSearch.MaxRecipes; i++)
        {
            File.Create(_folder.PathTo($"{i}.yaml")).Dispose();
        }

        var found = RecipeSearch.In(_folder.Path).ToArray();

        Assert.Equal(RecipeSearch.MaxRecipes, found.Count(one => one.Trouble is null));
        Assert.Equal((_folder.Path, "too-many-recipes"), (found[^1].Path, found[^1].Trouble?.Code));
    }

    [Theory]
    [InlineData("espero/virtual-a", true)]
    [InlineData("VIRTUAL-A", true)]
    [InlineData("virtual", false)]
    [InlineData("other/virtual-a", false)]
    public async Task A_recipe_is_found_by_its_model(string model, bool isFound)
    {
        await WriteAsync("one.yaml", Examples.WithSteps("- erase: cache"));

        Assert.Equal(isFound, Assert.Single(await ReadAsync()).IsFor(model));
    }

    [Fact]
    public async Task A_pack_says_where_its_recipes_are_from()
    {
        await WriteAsync("pack/pack.yaml", "pack: invented\nlicence: CC0-1.0\nfrom: { revision: abc }\n");
        await WriteAsync("pack/recipes/acme/one.yaml", "recipe: one");

        var origin = await RecipeOrigin.OfPackAsync(_folder.Path, "pack/recipes/acme/one.yaml", TestContext.Current.CancellationToken);

        Assert.Equal([("pack", "invented"), ("licence", "CC0-1.0"), ("from.revision", "abc")], origin);
    }

    private Task<ImmutableArray<FolderRecipe>> ReadAsync() => RecipeFolder.ReadAsync(_folder.Path, TestContext.Current.CancellationToken);

    private async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathTo(path))!);
        await File.WriteAllTextAsync(_folder.PathTo(path), text, TestContext.Current.CancellationToken);
    }
}
