using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Orchestrator.Ledger;

namespace Espero.Orchestrator.Host.Tests.Jobs.Unlocks;

public sealed class LockedJobTests(MigratedDatabase database) : UnlockBench(database), IClassFixture<MigratedDatabase>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_a_station_found_before_does_not_outlive_the_wait()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await Database.ReleaseAsync(phone);
        await FindLockedAsync(job);
        await AskAsync(phone, await AddAccountAsync());

        Time.Advance(TimeSpan.FromDays(31));
        await SettleAsync();

        Assert.Equal("queued", await Database.StateOfAsync(job));
        Assert.Equal("[]", await Database.ReadAsync<string>("select refusals::text from job where job_id = $1 and prepared_at is null", job));
    }

    [Fact]
    public async Task A_phone_that_a_station_finds_locked_waits_for_its_maker_and_is_on_the_list()
    {
        var (phone, job) = await AddXiaomiAsync("queued");
        await Database.ReleaseAsync(phone);
        await FindLockedAsync(job);

        await SendToMakersAsync();
        await SettleAsync();

        Assert.Equal("waiting maker", await StandingAsync(job));
        Assert.Contains(await Reader.PlanAsync(null, Token), turn => turn.Job.PhoneId == phone);
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_maker_before_the_data_on_models_has_been_read_and_nothing_waits_for_it()
    {
        var (_, job) = await AddXiaomiAsync("queued");
        await FindLockedAsync(job);
        var unread = new ModelDesk(new VerdictBook(), new VerdictStore(Database.Source), Time);

        await new LockedJobStore(Database.Source, unread, Time).SendToMakersAsync([MigratedDatabase.Site], Token).WaitAsync(Limit, Token);

        Assert.Equal("queued", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task Two_replicas_that_look_at_once_send_a_large_lot_each_job_once()
    {
        var jobs = await AddLockedLotAsync(230);

        await Task.WhenAll(SendToMakersAsync(), SendToMakersAsync());
        await SendToMakersAsync(); // what one skipped because the other held it

        Assert.Equal(230, await Database.ReadAsync<long>(
            "select count(*) from job where job_id = any($1) and state = 'waiting' and waits_for = 'maker' and refusals = '[]'", jobs));
        Assert.Equal(230, await Database.ReadAsync<long>("select count(*) from job_event where job_id = any($1)", jobs));
    }

    [Fact]
    public async Task A_job_that_somebody_else_holds_is_left_and_the_others_do_not_wait_for_it()
    {
        var jobs = await AddLockedLotAsync(2);
        await using var connection = await Database.Source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await JobMoves.LockAsync(connection, [jobs[0]], Token);

        await SendToMakersAsync().WaitAsync(Limit, Token);

        Assert.Equal(["queued", "waiting"], [await Database.StateOfAsync(jobs[0]), await Database.StateOfAsync(jobs[1])]);
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_leaves_its_job_waiting_for_the_maker_and_its_release_standing()
    {
        var (phone, job) = await AddXiaomiAsync("failed");
        await Database.ReleaseAsync(phone);
        await FailLockedAsync(job);

        await SendToMakersAsync();

        Assert.Equal("waiting maker", await StandingAsync(job));
        Assert.Contains(await Reader.PlanAsync(null, Token), turn => turn.Job.PhoneId == phone);
        Assert.Equal(1, await Database.ReadAsync<long>("select count(*) from release where phone_id = $1 and ended_at is null", phone));
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_while_the_maker_takes_its_time_waits_for_the_date()
    {
        var (phone, job) = await AddXiaomiAsync("failed");
        await AskAsync(phone, await AddAccountAsync());
        await FailLockedAsync(job);

        await SendToMakersAsync();

        Assert.Equal("waiting date", await StandingAsync(job));
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_of_a_model_whose_maker_is_not_asked_stays_failed()
    {
        var phone = await AddPhoneAsync("xiaomi/jasmine_sprout");
        var job = await Database.AddJobAsync(phone, "failed");
        await FailLockedAsync(job);

        await SendToMakersAsync();

        Assert.Equal("failed", await Database.StateOfAsync(job));
        Assert.DoesNotContain(await Reader.PlanAsync(null, Token), turn => turn.Job.PhoneId == phone);
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_after_the_point_of_no_return_stays_failed_until_a_person_requeues_it()
    {
        var (phone, job) = await AddXiaomiAsync("failed");
        await Database.ReleaseAsync(phone);
        await FailLockedAsync(job, passedPointOfNoReturn: true);

        await SendToMakersAsync();

        Assert.Equal("failed", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_phone_that_says_it_is_unlocked_and_is_refused_all_the_same_is_not_tried_again_by_itself()
    {
        var (phone, job) = await AddXiaomiAsync("failed");
        await Database.ReleaseAsync(phone);
        await NoteUnlockedAsync(phone);
        await FailLockedAsync(job);

        await SendToMakersAsync();
        await SettleAsync();

        Assert.Equal("failed", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_phone_that_says_it_is_unlocked_and_is_refused_in_preparation_is_not_prepared_without_end()
    {
        var (phone, job) = await AddXiaomiAsync("queued");
        await Database.ReleaseAsync(phone);
        await NoteUnlockedAsync(phone);
        await FindLockedAsync(job);

        await SendToMakersAsync();

        Assert.Equal("queued", await Database.StateOfAsync(job));
        Assert.Equal(0, await Database.ReadAsync<long>("select count(*) from job_event where job_id = $1", job));
        Assert.Equal(1, await Database.ReadAsync<long>("select count(*) from job where job_id = $1 and prepared_at is not null", job));
    }

    [Fact]
    public async Task What_a_person_is_to_look_at_stays_when_the_program_takes_a_failed_job_back()
    {
        var (_, job) = await AddXiaomiAsync("failed");
        await FailLockedAsync(job);
        await Database.RunAsync("update job set alert = 'failed' where job_id = $1", job);

        await SendToMakersAsync();

        Assert.Equal("waiting maker", await StandingAsync(job));
        Assert.Equal("failed", await Database.ReadAsync<string>("select alert from job where job_id = $1", job));
    }

    [Theory]
    [InlineData("offered")]
    [InlineData("granted")]
    [InlineData("interrupted")]
    public async Task A_job_at_its_station_is_stopped_for_the_makers_wait(string state)
    {
        var (phone, job) = await AddXiaomiAtItsStationAsync(state);

        await AskAsync(phone, await AddAccountAsync());

        Assert.Equal("postpone", await Database.ReadAsync<string>("select asked from job where job_id = $1", job));
    }

    [Theory]
    [InlineData("granted")]
    [InlineData("interrupted")]
    public async Task The_makers_refusal_ends_a_job_that_is_just_being_stopped_for_its_wait(string state)
    {
        var (phone, job) = await AddXiaomiAtItsStationAsync(state);
        await AskAsync(phone, await AddAccountAsync());

        var follows = await Requests.AnsweredAsync(phone, UnlockOutcome.Refused, "Camille Durand", Token);

        Assert.Equal(
            ("cancel", UnlockSentences.Stops), (await Database.ReadAsync<string>("select asked from job where job_id = $1", job), follows.Value));
    }

    [Fact]
    public async Task The_makers_leave_ends_the_wait_of_a_job_that_is_just_being_stopped_for_it()
    {
        var (phone, job) = await AddXiaomiAtItsStationAsync("granted");
        await AskAsync(phone, await AddAccountAsync());

        await Requests.AnsweredAsync(phone, UnlockOutcome.Given, "Camille Durand", Token);

        Assert.Equal(
            Time.GetUtcNow(), await Database.ReadAsync<DateTime>("select not_before from job where job_id = $1", job), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_job_that_waits_for_its_maker_goes_on_once_the_phone_says_it_is_unlocked()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await Database.ReleaseAsync(phone);
        await FindLockedAsync(job);
        await SendToMakersAsync();

        await NoteUnlockedAsync(phone);
        await SettleAsync();

        Assert.Equal("queued", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_running_attempt_is_stopped_for_the_makers_wait_and_its_job_comes_back()
    {
        var phone = await AddPhoneAsync("xiaomi/lavender");
        var job = await Database.AddJobAsync(phone, "granted", 1, await Database.ReleaseAsync(phone));

        await AskAsync(phone, await AddAccountAsync());
        Assert.Equal("postpone", await Database.ReadAsync<string>("select asked from job where job_id = $1", job));

        await new LedgerStore(Database.Source, Time).RecordAsync(
            [Facts.Ended(1, job, 1, "cancelled")], Token);

        Assert.Equal("waiting date", await StandingAsync(job));
        Assert.Equal(Time.GetUtcNow().AddDays(30), await Database.ReadAsync<DateTime>("select not_before from job where job_id = $1", job), TimeSpan.FromSeconds(1));
    }

    private async Task<Guid[]> AddLockedLotAsync(int howMany)
    {
        var jobs = new List<Guid>();
        while (jobs.Count < howMany)
        {
            var (_, job) = await AddXiaomiAsync("queued");
            await FindLockedAsync(job);
            jobs.Add(job);
        }

        return [.. jobs];
    }

    private async Task<(Guid Phone, Guid Job)> AddXiaomiAtItsStationAsync(string state)
    {
        var phone = await AddPhoneAsync();
        return (phone, await Database.AddJobAsync(phone, state, 1, await Database.ReleaseAsync(phone)));
    }
}
