using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Ledger;

namespace Espero.Orchestrator.Host.Tests.Jobs.Unlocks;

public sealed class LockedJobTests(MigratedDatabase database) : UnlockBench(database), IClassFixture<MigratedDatabase>
{
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
        Assert.Contains(await Reader.PlanAsync(Token), turn => turn.Job.PhoneId == phone);
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_leaves_its_job_waiting_for_the_maker_and_its_release_standing()
    {
        var (phone, job) = await AddXiaomiAsync("failed");
        await Database.ReleaseAsync(phone);
        await Database.RunAsync("update job set failure_class = 'bootloader-locked', changed_at = $2 where job_id = $1", job, Time.GetUtcNow());

        await SendToMakersAsync();

        Assert.Equal("waiting maker", await StandingAsync(job));
        Assert.Contains(await Reader.PlanAsync(Token), turn => turn.Job.PhoneId == phone);
        Assert.Equal(1, await Database.ReadAsync<long>("select count(*) from release where phone_id = $1 and ended_at is null", phone));
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_while_the_maker_takes_itsTime_waits_for_the_date()
    {
        var (phone, job) = await AddXiaomiAsync("failed");
        await AskAsync(phone, await AddAccountAsync());
        await Database.RunAsync("update job set failure_class = 'bootloader-locked', changed_at = $2 where job_id = $1", job, Time.GetUtcNow());

        await SendToMakersAsync();

        Assert.Equal("waiting date", await StandingAsync(job));
    }

    [Fact]
    public async Task An_attempt_that_met_the_lock_of_a_model_whose_maker_is_not_asked_stays_failed()
    {
        var phone = await AddPhoneAsync("xiaomi/jasmine_sprout");
        var job = await Database.AddJobAsync(phone, "failed");
        await Database.RunAsync("update job set failure_class = 'bootloader-locked', changed_at = $2 where job_id = $1", job, Time.GetUtcNow());

        await SendToMakersAsync();

        Assert.Equal("failed", await Database.StateOfAsync(job));
        Assert.DoesNotContain(await Reader.PlanAsync(Token), turn => turn.Job.PhoneId == phone);
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
}
