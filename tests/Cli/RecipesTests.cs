using System.Text.Json;
using Espero.Testing;
using Espero.Testing.Programs;

namespace Espero.Cli.Tests;

public sealed class RecipesTests : IDisposable
{
    private const string Recipe = """
        recipe: trial
        model: acme/one
        identity:
          - getvar.product: one
          - partition.userdata: "1048576"
        proof: none
        steps:
          - fetch: [boot.img]
          - ask: { sentence: hold-volume-down, needs: [keys], mode: bootloader }
          - flash: { partition: boot, file: boot.img }
          - erase: userdata

        """;

    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Good_recipes_pass_without_a_word_on_the_output()
    {
        await WriteAsync("one.yaml", Recipe);

        var run = await RunAsync("check", _folder.Path);

        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Output));
        Assert.Contains("1 recipes, 0 refused", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_complaint_is_a_line_with_its_place()
    {
        await WriteAsync("a/one.yaml", Recipe.Replace("erase: userdata", "ersae: userdata", StringComparison.Ordinal));
        await WriteAsync("b/script.txt", "flsh boot boot.img\n");

        var run = await RunAsync("check", _folder.Path);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("a/one.yaml:11:5: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("b/script.txt:1:1: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_complaints_as_json()
    {
        await WriteAsync("one.yaml", Recipe.Replace("erase: userdata", "ersae: userdata", StringComparison.Ordinal));

        using var json = JsonDocument.Parse((await RunAsync("check", _folder.Path, "-o", "json")).Output);

        var complaint = json.RootElement.GetProperty("recipes")[0].GetProperty("complaints")[0];
        Assert.Equal(("unknown-verb", 11, 5), (complaint.GetProperty("code").GetString(), complaint.GetProperty("line").GetInt32(), complaint.GetProperty("column").GetInt32()));
        Assert.Equal("erase", complaint.GetProperty("nearestWord").GetString());
    }

    [Fact]
    public async Task A_folder_below_that_nobody_may_read_is_told_and_the_recipes_beside_it_are_checked()
    {
        await WriteAsync("open/one.yaml", Recipe);
        await WriteAsync("closed/two.yaml", Recipe);
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
        Assert.Matches(@"\b2 .+ 1 .+ 1 ", result.Output);
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
        await WriteAsync("pack/recipes/one.yaml", Recipe);
        await WriteAsync("pack/recipes/bad.yaml", Recipe.Replace("erase: userdata", "ersae: userdata", StringComparison.Ordinal));
        await WriteAsync("pack/pack.yaml", "pack: invented\nlicence: CC0-1.0\n");

        var good = await RunAsync("check", _folder.PathTo("pack/recipes/one.yaml"));
        var bad = await RunAsync("check", _folder.PathTo("pack/recipes/bad.yaml"));
        var shown = await RunAsync("show", "one", "--in", _folder.PathTo("pack/recipes/one.yaml"));

        Assert.Equal((ExitCode.Ok, ""), (good.ExitCode, good.Output));
        Assert.Equal(ExitCode.Failed, bad.ExitCode);
        Assert.StartsWith($"{_folder.PathTo("pack/recipes/bad.yaml")}:11:5: ", bad.Output, StringComparison.Ordinal);
        Assert.Contains("write boot.img to boot", shown.Output, StringComparison.Ordinal);
        Assert.Contains("licence: CC0-1.0", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_shows_steps_hands_and_source_in_french()
    {
        await WriteAsync("recipes/acme/one.yaml", Recipe);
        await WriteAsync("pack.yaml", "pack: invented\nlicence: CC0-1.0\n");

        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", "show", "one", "--in", _folder.Path);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("écrire boot.img dans boot", run.Output, StringComparison.Ordinal);
        Assert.Contains("(touches)", run.Output, StringComparison.Ordinal);
        Assert.Contains("licence: CC0-1.0", run.Output, StringComparison.Ordinal);
        Assert.Contains("   3 ! ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_step_falls_back_to_stands_below_it_each_step_with_its_own_mark()
    {
        await WriteAsync("one.yaml", Recipe + """
              - assert: { getvar.unlocked: "yes" }
                fallback:
                  - await-mode: { mode: bootloader, within: 1m }
                  - unlock: flashing
                    fallback:
                      - unlock: oem

            """);

        var french = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", "show", "one", "--in", _folder.Path);
        using var json = JsonDocument.Parse((await RunAsync("show", "one", "--in", _folder.Path, "-o", "json")).Output);

        Assert.EndsWith(
            """
               5 ! vérifier getvar.unlocked
                     sinon :
                       attendre le mode chargeur de démarrage
                 !     déverrouiller le chargeur de démarrage
                         sinon :
                 !         déverrouiller le chargeur de démarrage

            """,
            french.Output,
            StringComparison.Ordinal);
        var unlock = json.RootElement.GetProperty("recipes")[0].GetProperty("steps")[4].GetProperty("fallback")[1];
        Assert.True(unlock.GetProperty("canLoseData").GetBoolean());
        Assert.Equal(1, unlock.GetProperty("fallback").GetArrayLength());
    }

    [Fact]
    public async Task What_the_source_says_to_a_person_stands_below_the_sentence_that_announces_it()
    {
        await WriteAsync("one.yaml", Recipe + """
              - ask: { sentence: follow-the-source, words: "Plug in.\nTap Install." }
              - ask: { sentence: follow-the-source, words: Unplug. }

            """);

        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", "show", "one", "--in", _folder.Path);
        using var json = JsonDocument.Parse((await RunAsync("show", "one", "--in", _folder.Path, "-o", "json")).Output);

        const string Ask = "Faites ce que demande le projet auteur de cette recette, dans ses propres mots ci-dessous.";
        const string Hands = $"""
                     {Ask}
                       > Plug in.
                       > Tap Install.
                     {Ask}
                       > Unplug.

            """;
        const string Steps = $"""
               5   demander à une personne : {Ask}
                     > Plug in.
                     > Tap Install.
               6   demander à une personne : {Ask}
                     > Unplug.

            """;
        Assert.Contains(Hands, run.Output, StringComparison.Ordinal);
        Assert.EndsWith(Steps, run.Output, StringComparison.Ordinal);
        Assert.Equal("Unplug.", json.RootElement.GetProperty("recipes")[0].GetProperty("hands")[2].GetProperty("words").GetString());
    }

    [Fact]
    public async Task Tests_proof_and_hands_are_said_in_french_too()
    {
        const string Condition = "condition: { all: [getvar.slot-count: { at-least: 2 }, not: { getvar.secure: { present: true } }] }";
        await WriteAsync("one.yaml", Recipe
            .Replace("proof: none", "proof: seen-by-person", StringComparison.Ordinal)
            .Replace("hold-volume-down", "keys-o-hdp", StringComparison.Ordinal)
            .Replace("  - erase: userdata\n", $"  - erase: userdata\n    {Condition}\n  - verify-boot: {{ proof: seen-by-person, within: 5m }}\n", StringComparison.Ordinal));

        var french = await CliRun.RunAsync(Nobody, "fr", typed: null, "recipes", "show", "one", "--in", _folder.Path);
        var english = await RunAsync("show", "one", "--in", _folder.Path);

        Assert.Contains("preuve  vu par une personne", french.Output, StringComparison.Ordinal);
        Assert.Contains("(seulement si à la fois (getvar.slot-count: au moins 2, sauf (getvar.secure: présent)))", french.Output, StringComparison.Ordinal);
        Assert.Contains("Maintenez Volume bas et Marche. (touches)", french.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"keys-o|\bkeys\b|seen-by|at-least|present\b", french.Output);
        Assert.Contains("(only if all(getvar.slot-count: at-least 2, not(getvar.secure: present true)))", english.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_model_gets_the_nearest_one()
    {
        await WriteAsync("one.yaml", Recipe);

        var run = await RunAsync("show", "acme/oen", "--in", _folder.Path);

        Assert.Equal(ExitCode.NotFound, run.ExitCode);
        Assert.Contains("\"acme/one\"", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_says_first_what_a_recipe_may_do_now()
    {
        await WriteAsync("old.yaml", Recipe);
        await WriteAsync("new.yaml", Recipe + "  - unlock: flashing\n");

        var run = await RunAsync("diff", _folder.PathTo("old.yaml"), _folder.PathTo("new.yaml"));

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.StartsWith("what it may do\n  + unlock: unlock the bootloader\nsteps\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_of_folders_names_the_recipes()
    {
        await WriteAsync("old/gone.yaml", Recipe);
        await WriteAsync("old/same.yaml", Recipe);
        await WriteAsync("new/same.yaml", Recipe);
        await WriteAsync("new/fresh.yaml", Recipe);

        using var json = JsonDocument.Parse((await RunAsync("diff", _folder.PathTo("old"), _folder.PathTo("new"), "-o", "json")).Output);

        Assert.Equal("gone.yaml", json.RootElement.GetProperty("removed")[0].GetProperty("file").GetString());
        Assert.Equal("fresh.yaml", json.RootElement.GetProperty("added")[0].GetProperty("file").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("changed").GetArrayLength());
    }

    [Fact]
    public async Task A_recipe_that_is_refused_is_not_compared()
    {
        await WriteAsync("old.yaml", Recipe);
        await WriteAsync("new.yaml", "recipe: x\n");

        Assert.Equal(ExitCode.Failed, (await RunAsync("diff", _folder.PathTo("old.yaml"), _folder.PathTo("new.yaml"))).ExitCode);
    }

    [Fact]
    public async Task An_editor_gets_its_schema()
    {
        using var json = JsonDocument.Parse((await RunAsync("schema", "build")).Output);

        Assert.Equal("A build of Espero", json.RootElement.GetProperty("title").GetString());
    }

    private static Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(Nobody, ["recipes", .. arguments]);

    private async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathTo(path))!);
        await File.WriteAllTextAsync(_folder.PathTo(path), text, TestContext.Current.CancellationToken);
    }
}
