using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Ledger;

namespace Espero.Orchestrator.Host.Tests.Ledger;

/// <summary>A database that was restored from a backup, and a journal that knows more.</summary>
public sealed class ForgottenAttemptTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string _journal = Guid.NewGuid().ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("waiting", 0)]
    [InlineData("queued", 0)]
    [InlineData("queued", 1)]
    [InlineData("offered", 2)]
    public async Task A_job_follows_the_journal_into_an_attempt_that_had_begun(string state, long epoch)
    {
        var job = await AddReleasedJobAsync(state, epoch);

        await RecordAsync(Facts.Begun(1, job, 2));

        Assert.Equal("granted 2 lyon-1", await StandingAsync(job));
    }

    [Fact]
    public async Task It_ends_as_the_journal_says()
    {
        var job = await AddReleasedJobAsync("queued", 1);

        await RecordAsync(Facts.Begun(1, job, 2), Facts.Ended(2, job, 2, "written"));

        Assert.Equal("written 2 lyon-1", await StandingAsync(job));
    }

    [Theory]
    [InlineData(true, "interrupted 2 lyon-1")]
    [InlineData(false, "queued 2 lyon-1")]
    public async Task An_interruption_is_followed_in_any_order(bool passedPointOfNoReturn, string expected)
    {
        var (job, shuffled) = (await AddReleasedJobAsync("queued", 1), await AddReleasedJobAsync("queued", 1));

        await RecordAsync(Facts.Begun(1, job, 2));
        await RecordAsync(Facts.Interrupted(2, job, 2, passedPointOfNoReturn));
        await RecordAsync(Facts.Interrupted(4, shuffled, 2, passedPointOfNoReturn));
        await RecordAsync(Facts.Begun(3, shuffled, 2));

        Assert.Equal((expected, expected), (await StandingAsync(job), await StandingAsync(shuffled)));
    }

    [Fact]
    public async Task Without_a_standing_release_nothing_is_called_granted_and_the_epoch_is_not_offered_again()
    {
        var job = await database.AddJobAsync(await database.AddPhoneAsync(), "waiting");

        await RecordAsync(Facts.Begun(1, job, 2));

        Assert.Equal("waiting", await database.StateOfAsync(job));
        Assert.Equal(2, await database.ReadAsync<long>("select epoch from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_station_of_another_site_is_not_believed()
    {
        var job = await AddReleasedJobAsync("queued", 1);
        await database.RunAsync("insert into site values ('elsewhere', now()) on conflict do nothing");
        await database.RunAsync("insert into station values ('stranger', 'elsewhere', 'token', null, null, '0.1.0', 8, now(), now())");

        await RecordAsync(Facts.Begun(1, job, 2) with { StationId = "stranger" });

        Assert.Equal("queued", await database.StateOfAsync(job));
    }

    private async Task<Guid> AddReleasedJobAsync(string state, long epoch)
    {
        var phone = await database.AddPhoneAsync();
        await database.ReleaseAsync(phone);
        return await database.AddJobAsync(phone, state, epoch);
    }

    private async Task RecordAsync(params StationFact[] facts) => await new LedgerStore(database.Source, TimeProvider.System)
        .RecordAsync([.. facts.Select(fact => fact with { JournalId = _journal })], Token);

    private Task<string> StandingAsync(Guid job) =>
        database.ReadAsync<string>("select state || ' ' || epoch || ' ' || station_id from job where job_id = $1", job);
}
