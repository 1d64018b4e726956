using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Ledger;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Host.Tests.Jobs;

/// <summary>An attempt that waits for a person's hands.</summary>
public sealed class HandsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);
    private readonly string _journal = Guid.NewGuid().ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JobReader Reader => new(database.Source);

    [Fact]
    public async Task A_job_shows_what_is_asked_until_it_is_done()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.Begun(1, job, 1), Facts.HandsNeeded(2, job, 1, Within));
        var waiting = await Reader.FindAsync(job, Token);
        await RecordAsync(Facts.HandsDone(3, job, 1));
        var done = await Reader.FindAsync(job, Token);

        Assert.Equal("open-sideload", waiting?.Hands?.SentenceCode);
        Assert.Contains("Apply from ADB", JobWhy.Of(waiting!, TimeProvider.System).English, StringComparison.Ordinal);
        Assert.Null(done?.Hands);
    }

    [Fact]
    public async Task It_is_done_even_when_the_end_is_recorded_before_the_beginning()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.HandsDone(2, job, 1));
        await RecordAsync(Facts.HandsNeeded(1, job, 1, Within));

        Assert.Null((await Reader.FindAsync(job, Token))?.Hands);
    }

    [Fact]
    public async Task A_parked_attempt_keeps_its_lease_while_its_station_is_silent_and_loses_it_when_the_time_is_over()
    {
        var parked = await AddGrantedAtAsync("silent-1");
        var over = await AddGrantedAtAsync("silent-1");
        await RecordFromAsync("silent-1", Facts.HandsNeeded(1, parked, 1, Within), Facts.HandsNeeded(2, over, 1, TimeSpan.FromSeconds(-1)));

        await new LeaseStore(database.Source, TimeProvider.System).ExpireAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(("granted", "interrupted"), (await database.StateOfAsync(parked), await database.StateOfAsync(over)));
    }

    [Fact]
    public async Task A_parked_attempt_leaves_its_flash_slot_to_another_phone()
    {
        var parked = await AddGrantedAtAsync("narrow-1");
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update port set station_id = 'narrow-1' where phone_id = $1", phone);
        var next = await database.AddJobAsync(phone, "queued");
        var claims = new ClaimStore(database.Source, TimeProvider.System);
        LinkedStation[] linked = [new("narrow-1", MigratedDatabase.Site, _journal, FlashSlots: 1)];

        await claims.ClaimAsync(linked, Token);
        Assert.Equal("queued", await database.StateOfAsync(next));
        await RecordFromAsync("narrow-1", Facts.HandsNeeded(1, parked, 1, Within));
        await claims.ClaimAsync(linked, Token);

        Assert.Equal("offered", await database.StateOfAsync(next));
    }

    [Fact]
    public async Task What_a_person_says_is_told_to_the_station_until_it_answers()
    {
        var job = await AddGrantedAtAsync("told-1");
        await RecordFromAsync("told-1", Facts.HandsNeeded(1, job, 1, Within));

        var said = await new HandsStore(database.Source, Reader, TimeProvider.System).SayAsync(job, "Camille Durand", Token);
        var due = Assert.Single(await DueAsync("told-1"));
        await RecordFromAsync("told-1", Facts.HandsDone(2, job, 1, "Camille Durand"));

        Assert.Equal("Camille Durand", said.Value!.Hands?.SaidBy);
        Assert.Equal((DueKind.SayHands, ("hands", "Camille Durand")), (due.Kind, due.Said!.Value));
        Assert.Empty(await DueAsync("told-1"));
        Assert.Equal("Camille Durand", await database.ReadAsync<string>("select seen_by from hands where job_id = $1", job));
    }

    [Fact]
    public async Task Whose_word_came_first_stays()
    {
        var job = await AddGrantedAtAsync("first-1");
        await RecordFromAsync("first-1", Facts.HandsNeeded(1, job, 1, Within));
        var hands = new HandsStore(database.Source, Reader, TimeProvider.System);

        await hands.SayAsync(job, "Camille Durand", Token);
        var second = await hands.SayAsync(job, "Noor Haddad", Token);

        Assert.Equal("Camille Durand", second.Value!.Hands?.SaidBy);
    }

    [Fact]
    public async Task Nothing_can_be_said_where_nothing_was_asked()
    {
        var job = await database.AddGrantedJobAsync();
        var hands = new HandsStore(database.Source, Reader, TimeProvider.System);

        Assert.Equal(RefusalKind.Forbidden, (await hands.SayAsync(job, "Camille Durand", Token)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Usage, (await hands.SayAsync(job, "", Token)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await hands.SayAsync(Guid.Empty, "Camille Durand", Token)).Refusal!.Kind);
    }

    private async Task<IReadOnlyList<DueOrder>> DueAsync(string station) =>
        await new DueStore(database.Source).ReadAsync([new(station, MigratedDatabase.Site, _journal, FlashSlots: 8)], Token);

    /// <summary>A station of its own that has been silent for an hour, and a granted job there.</summary>
    private async Task<Guid> AddGrantedAtAsync(string station)
    {
        await database.RunAsync(
            "insert into station values ($1, $2, 'token', null, null, '0.1.0', 8, now() - interval '1 hour', now()) on conflict do nothing",
            station, MigratedDatabase.Site);
        var job = await database.AddGrantedJobAsync();
        await database.RunAsync("update job set station_id = $2 where job_id = $1", job, station);
        return job;
    }

    private async Task RecordFromAsync(string station, params StationFact[] facts) =>
        await RecordAsync([.. facts.Select(fact => fact with { StationId = station })]);

    private async Task RecordAsync(params StationFact[] facts) =>
        await new LedgerStore(database.Source, TimeProvider.System)
            .RecordAsync([.. facts.Select(fact => fact with { JournalId = _journal })], Token);
}
