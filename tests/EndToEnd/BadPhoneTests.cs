namespace Espero.EndToEnd.Tests;

public sealed class BadPhoneTests(OneStation scene) : IClassFixture<OneStation>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private const string SlowPhone = "4000000";

    // More commands than a phone is asked before its attempt, fewer than the attempt asks.
    private const int FirstNonsense = 120;
    private const int LastNonsense = 900;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_that_refuses_fails_with_the_class_of_what_it_said()
    {
        var phone = scene.Phones[0];
        phone.Start("--fault", "fail:flash::system_a:image is too large");
        var job = await scene.Site.ReleaseAndFlashAsync(phone, Token);

        await scene.Site.UntilJobIsAsync(job, "failed", Limit, Token);

        Assert.Equal("image-too-big", await scene.Site.Records.FailureClassAsync(job, Token));
        await AssertExplainedAsync(job);
    }

    [Fact]
    public async Task A_phone_that_answers_nonsense_fails_with_its_class_and_a_sentence()
    {
        var phone = scene.Phones[1];
        phone.Start(Enumerable.Range(FirstNonsense, LastNonsense - FirstNonsense).SelectMany(number => new[] { "--fault", $"nonsense@{number}" }));
        var steps = string.Concat(Enumerable.Repeat("  - flash: { partition: boot, file: boot.img }\n", 60));
        var (buildFile, recipeFile) = scene.Site.Build.WithSteps("many-steps", "  - fetch: [boot.img, system.img]\n" + steps + "  - flash: { partition: system, file: system.img }\n");
        var build = await scene.Site.Command.AddBuildAsync(buildFile, recipeFile, scene.Site.Build.Folder, Token);
        var phoneId = await scene.Site.RecognisedAsync(phone, Token);
        await scene.Site.Command.ReleaseAsync(phoneId, Token);
        var job = await scene.Site.Command.FlashAsync(phoneId, build, Token);

        await scene.Site.UntilJobIsAsync(job, "failed", Limit, Token);

        Assert.Equal("protocol-nonsense", await scene.Site.Records.FailureClassAsync(job, Token));
        await AssertExplainedAsync(job);
    }

    [Fact]
    public async Task A_phone_unplugged_in_the_middle_fails_as_an_unplugged_one()
    {
        var phone = scene.Phones[2];
        phone.Start("--rate", SlowPhone);
        var job = await scene.Site.ReleaseAndFlashAsync(phone, Token);
        await scene.Site.UntilSystemIsBeingSentAsync(job, Limit, Token);

        await phone.Program.KillAsync(Token);

        await scene.Site.UntilJobIsAsync(job, "failed", Limit, Token);
        Assert.Equal("phone-unplugged", await scene.Site.Records.FailureClassAsync(job, Token));
        await AssertExplainedAsync(job);
        Assert.Equal(1, await scene.Site.Records.EpochAsync(job, Token));
    }

    /// <summary>One end of one attempt, and words that say what happened and what to do.</summary>
    private async Task AssertExplainedAsync(Guid job)
    {
        Assert.Equal(1, await scene.Site.Records.CountFactsAsync(job, "AttemptEnded", Token));
        Assert.Equal(1, await scene.Site.Records.CountMovesAsync(job, "failed", Token));
        var answer = await scene.Site.Command.JobAsync(job, Token);
        var sentence = answer.GetProperty("attempts")[0].GetProperty("sentence").GetString();
        Assert.True(sentence is { Length: > 40 } && sentence.EndsWith('.'), $"'{sentence}' does not explain.");
    }
}
