using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

public sealed class BadFilesTests(OneStation scene) : IClassFixture<OneStation>
{
    private const int Refused = 5;
    private const int Unreachable = 6;
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_file_with_a_wrong_hash_is_refused_and_nothing_is_stored()
    {
        var before = await scene.Site.Records.CountBuildsAsync(Token);

        var result = await AddAsync(scene.Site.Build.WithWrongHash(), scene.Site.Build.RecipeFile);

        Assert.Equal(Refused, result.ExitCode);
        Assert.Contains("system.img", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await scene.Site.Records.CountBuildsAsync(Token));
    }

    [Fact]
    public async Task A_recipe_for_another_model_is_refused_with_both_models_named()
    {
        var before = await scene.Site.Records.CountBuildsAsync(Token);

        var result = await AddAsync(scene.Site.Build.BuildFile, scene.Site.Build.RecipeForAnotherModel());

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("virtual-a", result.Output, StringComparison.Ordinal);
        Assert.Contains("virtual-b", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await scene.Site.Records.CountBuildsAsync(Token));
    }

    [Fact]
    public async Task An_orchestrator_that_is_not_there_is_said_in_a_sentence_and_an_exit_code()
    {
        var nobody = new EsperoCommand($"http://127.0.0.1:{Testing.FreePort.Find()}");

        var result = await nobody.TryAsync(Token, "jobs");

        Assert.Equal(Unreachable, result.ExitCode);
        Assert.Contains("127.0.0.1", result.Output, StringComparison.Ordinal);
    }

    private Task<Testing.Programs.ProgramResult> AddAsync(string buildFile, string recipeFile) => scene.Site.Command.TryAsync(
        Token, "builds", "add", buildFile, "--recipe", recipeFile, "--files", scene.Site.Build.Folder);
}
