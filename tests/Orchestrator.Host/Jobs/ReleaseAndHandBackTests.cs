using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Releases;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Host.Tests.Jobs;

public sealed class ReleaseAndHandBackTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly ReleaseStore _releases = new(database.Source, TimeProvider.System);
    private readonly HandBackStore _handBacks = new(database.Source, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_releases_at_once_one_stands_and_the_others_name_it()
    {
        var phoneId = await database.AddPhoneAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _releases.ReleaseAsync(Request(phoneId), Token)));

        Assert.Single(answers, answer => answer.IsGranted);
        Assert.All(
            answers.Where(answer => !answer.IsGranted),
            answer => Assert.Contains("Camille Durand", answer.Refusal!.Sentence.French, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_without_a_look_at_the_battery_is_refused()
    {
        var request = Request(await database.AddPhoneAsync()) with { Checks = new ReleaseChecks(true, true, true, false, true) };

        Assert.Equal(RefusalKind.Usage, (await _releases.ReleaseAsync(request, Token)).Refusal!.Kind);
    }

    [Fact]
    public async Task Handing_back_takes_an_offered_job_out_of_the_queue()
    {
        var phoneId = await database.AddPhoneAsync();
        var jobId = await database.AddJobAsync(phoneId, "offered", 1, await database.ReleaseAsync(phoneId));

        var answer = await _handBacks.HandBackAsync(phoneId, "Camille Durand", Token);

        Assert.True(answer.IsGranted);
        Assert.Equal("waiting", await database.StateOfAsync(jobId));
        Assert.Equal("handed-back", await database.ReadAsync<string>("select ended_because from release where phone_id = $1", phoneId));
    }

    [Fact]
    public async Task What_a_phone_said_of_itself_goes_back_with_it()
    {
        var phoneId = await database.AddPhoneAsync();
        await database.ReleaseAsync(phoneId);
        await database.RunAsync("""insert into phone_facts values ($1, 'bootloader', '{"getvar.unlocked": "no"}', false, now())""", phoneId);

        await _handBacks.HandBackAsync(phoneId, "Camille Durand", Token);

        Assert.Equal(0, await database.ReadAsync<long>("select count(*) from phone_facts where phone_id = $1", phoneId));
    }

    [Theory]
    [InlineData("granted")]
    [InlineData("interrupted")]
    public async Task A_phone_that_may_be_half_written_is_not_handed_back(string state)
    {
        var phoneId = await database.AddPhoneAsync();
        await database.AddJobAsync(phoneId, state, 1, await database.ReleaseAsync(phoneId));

        var answer = await _handBacks.HandBackAsync(phoneId, "Camille Durand", Token);

        Assert.Equal(RefusalKind.Forbidden, answer.Refusal!.Kind);
        Assert.Equal(1, await database.ReadAsync<long>("select count(*) from release where phone_id = $1 and ended_at is null", phoneId));
    }

    [Fact]
    public async Task A_phone_that_was_handed_back_needs_a_new_release()
    {
        var phoneId = await database.AddPhoneAsync();
        await _releases.ReleaseAsync(Request(phoneId), Token);
        await _handBacks.HandBackAsync(phoneId, "Camille Durand", Token);

        Assert.True((await _releases.ReleaseAsync(Request(phoneId), Token)).IsGranted);
    }

    private static ReleaseRequest Request(Guid phoneId) =>
        new(phoneId, ReleaseBasis.OwnerPresent, "Camille Durand", new ReleaseChecks(true, true, true, true, true));
}
