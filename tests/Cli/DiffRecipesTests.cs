using System.Text.Json;
using static Espero.Cli.Tests.RecipeFiles;

namespace Espero.Cli.Tests;

public sealed class DiffRecipesTests : IDisposable
{
    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly RecipeFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_diff_says_first_what_a_recipe_may_do_now()
    {
        await _folder.WriteAsync("old.yaml", Recipe);
        await _folder.WriteAsync("new.yaml", Recipe + "  - unlock: flashing\n");

        var run = await RunAsync("diff", _folder.PathTo("old.yaml"), _folder.PathTo("new.yaml"));

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.StartsWith("what it may do\n  + unlock: unlock the bootloader\nsteps\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_of_folders_names_the_recipes()
    {
        await _folder.WriteAsync("old/gone.yaml", Recipe);
        await _folder.WriteAsync("old/same.yaml", Recipe);
        await _folder.WriteAsync("new/same.yaml", Recipe);
        await _folder.WriteAsync("new/fresh.yaml", Recipe);

        using var json = JsonDocument.Parse((await RunAsync("diff", _folder.PathTo("old"), _folder.PathTo("new"), "-o", "json")).Output);

        Assert.Equal("gone.yaml", json.RootElement.GetProperty("removed")[0].GetProperty("file").GetString());
        Assert.Equal("fresh.yaml", json.RootElement.GetProperty("added")[0].GetProperty("file").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("changed").GetArrayLength());
    }

    [Theory]
    [InlineData("one.yaml", "full", "two recipes or two folders")]
    [InlineData("full", "one.yaml", "two recipes or two folders")]
    [InlineData("empty", "hollow", "nothing was compared")]
    public async Task What_cannot_be_compared_is_refused_with_what_to_give(string old, string now, string advice)
    {
        await _folder.WriteAsync("one.yaml", Recipe);
        await _folder.WriteAsync("full/one.yaml", Recipe);
        Directory.CreateDirectory(_folder.PathTo("empty"));
        Directory.CreateDirectory(_folder.PathTo("hollow"));

        var run = await RunAsync("diff", _folder.PathTo(old), _folder.PathTo(now));

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains(advice, run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_new_beside_an_empty_folder()
    {
        await _folder.WriteAsync("full/one.yaml", Recipe);
        Directory.CreateDirectory(_folder.PathTo("empty"));

        var run = await RunAsync("diff", _folder.PathTo("empty"), _folder.PathTo("full"));

        Assert.Equal((ExitCode.Ok, "+ one.yaml\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_recipe_that_is_refused_is_not_compared()
    {
        await _folder.WriteAsync("old.yaml", Recipe);
        await _folder.WriteAsync("new.yaml", "recipe: x\n");

        Assert.Equal(ExitCode.Failed, (await RunAsync("diff", _folder.PathTo("old.yaml"), _folder.PathTo("new.yaml"))).ExitCode);
    }

    private static Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(Nobody, ["recipes", .. arguments]);
}
