using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Ledger;

namespace Espero.Orchestrator.Host.Tests.Ledger;

public sealed class LedgerStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    // Each test writes a journal of its own, for the cursors are per journal.
    private readonly string _journal = Guid.NewGuid().ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_outcome_ends_its_job_and_is_one_event()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.Begun(1, job, 1), Facts.Ended(2, job, 1, "written"));

        Assert.Equal("written", await database.StateOfAsync(job));
        Assert.Equal(1, await CountAsync("select count(*) from job_event where job_id = $1 and to_state = 'written'", job));
        Assert.Equal("written", await database.ReadAsync<string>("select outcome from attempt where job_id = $1", job));
    }

    [Fact]
    public async Task The_cursor_stops_before_the_first_gap()
    {
        var job = await database.AddGrantedJobAsync();

        Assert.Equal(0, await RecordAsync(Facts.Step(2, job, 1, "b"), Facts.Step(3, job, 1, "c")));
        Assert.Equal(3, await RecordAsync(Facts.Step(1, job, 1, "a")));
        Assert.Equal(3, await RecordAsync(Facts.Step(5, job, 1, "e")));
        Assert.Equal(5, await RecordAsync(Facts.Step(4, job, 1, "d")));
    }

    [Fact]
    public async Task A_redelivery_changes_no_row_and_tells_the_same_cursor()
    {
        var job = await database.AddGrantedJobAsync();
        StationFact[] facts = [Facts.Begun(1, job, 1), Facts.Step(2, job, 1, "flash-boot"), Facts.Ended(3, job, 1, "failed", "phone-refused")];

        var first = await RecordAsync(facts);
        var rows = await RowsAsync(job);
        var second = await RecordAsync(facts);

        Assert.Equal((first, rows), (second, await RowsAsync(job)));
    }

    [Fact]
    public async Task Any_order_of_arrival_gives_the_same_rows()
    {
        var random = new Random(20261123);
        var expected = "";
        for (var run = 0; run < 24; run++)
        {
            var job = await database.AddGrantedJobAsync();
            var journal = Guid.NewGuid().ToString();
            StationFact[] facts =
            [
                Facts.Begun(1, job, 1), Facts.Step(2, job, 1, "a"), Facts.Step(3, job, 1, "b"), Facts.Step(4, job, 1, "c"),
                Facts.Interrupted(5, job, 1, passedPointOfNoReturn: true), Facts.Inspected(6, job, 1, "half-written"),
            ];
            if (run > 0)
            {
                random.Shuffle(facts);
            }

            var store = new LedgerStore(database.Source, TimeProvider.System);
            foreach (var messages in facts.Chunk(1 + random.Next(facts.Length)))
            {
                await store.RecordAsync([.. messages.Select(fact => fact with { JournalId = journal })], Token);
            }

            var rows = $"{await database.StateOfAsync(job)} {await RowsAsync(job)}";
            expected = run == 0 ? rows : expected;
            Assert.Equal(expected, rows);
        }
    }

    [Fact]
    public async Task An_interruption_past_the_point_of_no_return_leaves_the_job_for_a_person()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.Interrupted(1, job, 1, passedPointOfNoReturn: true));

        Assert.Equal("interrupted", await database.StateOfAsync(job));
    }

    [Fact]
    public async Task An_interruption_before_the_point_of_no_return_puts_the_job_back()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.Interrupted(1, job, 1, passedPointOfNoReturn: false));

        Assert.Equal("queued", await database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_final_fact_after_an_interruption_still_ends_the_job()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.Interrupted(1, job, 1, passedPointOfNoReturn: true));
        await RecordAsync(Facts.Ended(2, job, 1, "succeeded"));

        Assert.Equal("succeeded", await database.StateOfAsync(job));
    }

    [Fact]
    public async Task Success_uses_the_release_up_and_failure_does_not()
    {
        var (done, failed) = (await database.AddGrantedJobAsync(), await database.AddGrantedJobAsync());

        await RecordAsync(Facts.Ended(1, done, 1, "written"), Facts.Ended(2, failed, 1, "failed", "cable-lost"));

        const string standing = "select count(*) from release join job using (release_id) where job_id = $1 and ended_at is null";
        Assert.Equal((0, 1), (await CountAsync(standing, done), await CountAsync(standing, failed)));
    }

    [Fact]
    public async Task A_late_success_closes_the_job_while_the_newer_attempt_is_not_granted()
    {
        var job = await database.AddJobAsync(await database.AddPhoneAsync(), "offered", 2);

        await RecordAsync(Facts.Ended(1, job, 1, "succeeded"));

        Assert.Equal("succeeded", await database.StateOfAsync(job));
        Assert.Equal(2, await database.ReadAsync<long>("select epoch from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_late_success_beside_a_granted_attempt_alerts_a_person_and_moves_nothing()
    {
        var phone = await database.AddPhoneAsync();
        var job = await database.AddJobAsync(phone, "granted", 2, await database.ReleaseAsync(phone));

        await RecordAsync(Facts.Ended(1, job, 1, "succeeded"));

        Assert.Equal("granted", await database.StateOfAsync(job));
        Assert.Equal("late-success:1", await database.ReadAsync<string>("select alert from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_late_failure_is_kept_and_marked_and_moves_nothing()
    {
        var job = await database.AddJobAsync(await database.AddPhoneAsync(), "offered", 2);

        await RecordAsync(Facts.Ended(1, job, 1, "failed", "cable-lost"));

        Assert.Equal("offered", await database.StateOfAsync(job));
        Assert.True(await database.ReadAsync<bool>("select late from fact where job_id = $1", job));
        Assert.True(await database.ReadAsync<bool>("select late from attempt where job_id = $1 and epoch = 1", job));
    }

    [Fact]
    public async Task No_station_ends_the_attempt_of_another_one()
    {
        var job = await database.AddGrantedJobAsync();

        await RecordAsync(Facts.Ended(1, job, 1, "succeeded") with { StationId = "paris-9" });

        Assert.Equal("granted", await database.StateOfAsync(job));
        Assert.Equal(1, await CountAsync("select count(*) from fact where job_id = $1", job));
    }

    [Fact]
    public async Task A_cancel_that_the_station_has_not_heard_outlives_an_interruption()
    {
        var job = await database.AddGrantedJobAsync();
        await database.RunAsync("update job set asked = 'cancel', asked_by = 'Camille Durand' where job_id = $1", job);

        await RecordAsync(Facts.Interrupted(1, job, 1, passedPointOfNoReturn: true));

        Assert.Equal("cancel", await database.ReadAsync<string>("select asked from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_fact_about_a_job_nobody_knows_is_kept()
    {
        Assert.Equal(1, await RecordAsync(Facts.Ended(1, Guid.CreateVersion7(), 1, "succeeded")));
    }

    [Fact]
    public async Task An_epoch_the_database_forgot_is_believed()
    {
        var job = await database.AddJobAsync(await database.AddPhoneAsync(), "waiting");

        await RecordAsync(Facts.Ended(1, job, 3, "succeeded"));

        Assert.Equal("succeeded", await database.StateOfAsync(job));
        Assert.Equal(3, await database.ReadAsync<long>("select epoch from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_whole_attempt_the_database_forgot_is_recorded_from_one_message()
    {
        var job = await database.AddGrantedJobAsync();

        Assert.Equal(2, await RecordAsync(Facts.Begun(1, job, 7), Facts.Ended(2, job, 7, "written")));

        Assert.Equal("written", await database.StateOfAsync(job));
        Assert.Equal(7, await database.ReadAsync<long>("select epoch from job where job_id = $1", job));
    }

    [Fact]
    public async Task Two_messages_of_one_journal_at_once_never_leave_the_cursor_behind()
    {
        var job = await database.AddGrantedJobAsync();
        var store = new LedgerStore(database.Source, TimeProvider.System);
        var messages = Enumerable.Range(0, 20)
            .Select(index => store.RecordAsync([Own(Facts.Step(index + 1, job, 1, $"s{index}"))], Token));

        await Task.WhenAll(messages);

        Assert.Equal(20, await database.ReadAsync<long>("select recorded_sequence from journal where journal_id = $1", _journal));
    }

    [Fact]
    public async Task The_events_of_a_job_replay_to_its_state()
    {
        var job = await database.AddGrantedJobAsync();
        await RecordAsync(
            Facts.Interrupted(1, job, 1, passedPointOfNoReturn: true), Facts.Inspected(2, job, 1, "half-written"), Facts.Ended(3, job, 1, "succeeded"));

        var last = await database.ReadAsync<string>("select to_state from job_event where job_id = $1 order by job_event_id desc limit 1", job);
        Assert.Equal((last, "failed"), (await database.StateOfAsync(job), last));
    }

    private StationFact Own(StationFact fact) => fact with { JournalId = _journal };

    private async Task<long> RecordAsync(params StationFact[] facts)
    {
        var cursors = await new LedgerStore(database.Source, TimeProvider.System).RecordAsync([.. facts.Select(Own)], Token);
        return Assert.Single(cursors).RecordedSequence;
    }

    private async Task<int> CountAsync(string sql, Guid jobId) => (int)await database.ReadAsync<long>(sql, jobId);

    private Task<string> RowsAsync(Guid jobId) => database.ReadAsync<string>(
        """
        select (select count(*) from job_event where job_id = $1 and to_state = (select state from job where job_id = $1))
            || ' ' || (select count(*) from fact where job_id = $1)
            || ' ' || (select string_agg(step_id, ',' order by sequence) from attempt_step where job_id = $1)
            || ' ' || (select coalesce(outcome, '-') || coalesce(interrupted_because, '-') || passed_point_of_no_return || (begun_at is not null)
                from attempt where job_id = $1 and epoch = 1)
        """,
        jobId);
}
