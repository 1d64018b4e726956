using System.Text.Json;
using static Espero.Cli.Tests.RecipeFiles;

namespace Espero.Cli.Tests;

public sealed class ShowRecipesTests : IDisposable
{
    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private readonly RecipeFiles _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_shows_steps_hands_and_source_in_french()
    {
        await _folder.WriteAsync("recipes/acme/one.yaml", Recipe);
        await _folder.WriteAsync("pack.yaml", "pack: invented\nlicence: CC0-1.0\n");

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
        await _folder.WriteAsync("one.yaml", Recipe + """
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
        await _folder.WriteAsync("one.yaml", Recipe + """
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
        await _folder.WriteAsync("one.yaml", Recipe
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
        await _folder.WriteAsync("one.yaml", Recipe);

        var run = await RunAsync("show", "acme/oen", "--in", _folder.Path);

        Assert.Equal(ExitCode.NotFound, run.ExitCode);
        Assert.Contains("\"acme/one\"", run.Talk, StringComparison.Ordinal);
    }

    private static Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(Nobody, ["recipes", .. arguments]);
}
