using System.Text.Json;
using Espero.Testing.Programs;
using static Espero.Cli.Tests.RecipeFiles;

namespace Espero.Cli.Tests;

public sealed class RecipesTests : IDisposable
{
    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly RecipeFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Good_recipes_pass_without_a_word_on_the_output()
    {
        await _folder.WriteAsync("one.yaml", Recipe);

        var run = await RunAsync("check", _folder.Path);

        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Output));
        Assert.Contains("recipes: 1, refused: 0,", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_complaint_is_a_line_with_its_place()
    {
        await _folder.WriteAsync("a/one.yaml", Recipe.Replace("erase: userdata", "ersae: userdata", StringComparison.Ordinal));
        await _folder.WriteAsync("b/script.txt", "flsh boot boot.img\n");

        var run = await RunAsync("check", _folder.Path);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("a/one.yaml:11:5: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("b/script.txt:1:1: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_complaints_as_json()
    {
        await _folder.WriteAsync("one.yaml", Recipe.Replace("erase: userdata", "ersae: userdata", StringComparison.Ordinal));

        using var json = JsonDocument.Parse((await RunAsync("check", _folder.Path, "-o", "json")).Output);

        var complaint = json.RootElement.GetProperty("recipes")[0].GetProperty("complaints")[0];
        Assert.Equal(("unknown-verb", 11, 5), (complaint.GetProperty("code").GetString(), complaint.GetProperty("line").GetInt32(), complaint.GetProperty("column").GetInt32()));
        Assert.Equal("erase", complaint.GetProperty("nearestWord").GetString());
    }

    [Fact]
    public async Task A_folder_below_that_nobody_may_read_is_told_and_the_recipes_beside_it_are_checked()
    {
        await _folder.WriteAsync("open/one.yaml", Recipe);
        await _folder.WriteAsync("closed/two.yaml", Recipe);
        File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(_folder.PathTo("closed"), UnixFileMode.None);

        // To root nothing is closed.
        string[] command =
        [
            .. Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : Array.Empty<string>(),
            Path.Combine(AppContext.BaseDirectory, "espero"),
            "recipes",
            "check",
            _folder.Path,
        ];
        var result = await ChildProgram.RunAsync(command[0], command[1..], TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder.PathTo("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.Matches(@"(?m)^closed:1:1: .+ \[unreadable\]$", result.Output);
        Assert.Matches(@"(?m): 2, .+: 1, .+: 1$", result.Output);
    }

    [Fact]
    public async Task A_folder_without_recipes_or_no_folder_is_not_found()
    {
        Assert.Equal(ExitCode.NotFound, (await RunAsync("check", _folder.Path)).ExitCode);
        Assert.Equal(ExitCode.NotFound, (await RunAsync("check", _folder.PathTo("nowhere"))).ExitCode);
    }

    [Fact]
    public async Task A_single_recipe_is_checked_and_shown_like_a_folder_of_one()
    {
        await _folder.WriteAsync("pack/recipes/one.yaml", Recipe);
        await _folder.WriteAsync("pack/recipes/bad.yaml", Recipe.Replace("erase: userdata", "ersae: userdata", StringComparison.Ordinal));
        await _folder.WriteAsync("pack/pack.yaml", "pack: invented\nlicence: CC0-1.0\n");

        var good = await RunAsync("check", _folder.PathTo("pack/recipes/one.yaml"));
        var bad = await RunAsync("check", _folder.PathTo("pack/recipes/bad.yaml"));
        var shown = await RunAsync("show", "one", "--in", _folder.PathTo("pack/recipes/one.yaml"));

        Assert.Equal((ExitCode.Ok, ""), (good.ExitCode, good.Output));
        Assert.Equal(ExitCode.Failed, bad.ExitCode);
        Assert.StartsWith($"{_folder.PathTo("pack/recipes/bad.yaml")}:11:5: ", bad.Output, StringComparison.Ordinal);
        Assert.Contains("write boot.img to boot", shown.Output, StringComparison.Ordinal);
        Assert.Contains("licence: CC0-1.0", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    [InlineData("show")]
    public async Task The_french_help_calls_the_folder_of_packs_by_one_word(string command)
    {
        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", command, "--help");

        Assert.Contains(" lots/", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("packs/", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_gets_its_schema()
    {
        using var json = JsonDocument.Parse((await RunAsync("schema", "build")).Output);

        Assert.Equal("A build of Espero", json.RootElement.GetProperty("title").GetString());
    }

    private static Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(Nobody, ["recipes", .. arguments]);
}
