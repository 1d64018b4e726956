using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Host.Tests.Dispatch;

public sealed class SettleStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly LinkedStation Linked = new(MigratedDatabase.Station, MigratedDatabase.Site, Facts.Journal, FlashSlots: 8);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_locks_and_writes_no_job_that_stays_as_it_is()
    {
        var unreleased = await database.AddJobAsync(await database.AddPhoneAsync(), "waiting");
        var away = await AddJobOfAPhoneThatIsAwayAsync();

        await SettleAsync();

        Assert.True(await IsUntouchedAsync(unreleased));
        Assert.True(await IsUntouchedAsync(away));
    }

    [Fact]
    public async Task A_job_whose_phone_comes_and_is_released_is_queued()
    {
        var job = await AddJobOfAPhoneThatIsAwayAsync();
        var phone = await database.ReadAsync<Guid>("select phone_id from job where job_id = $1", job);
        await database.ReleaseAsync(phone);

        await SettleAsync();
        Assert.Equal("waiting", await database.StateOfAsync(job));
        await database.RunAsync(
            "insert into port values ($1, $2, 99, $3, 'bootloader', null, '{}', now())", MigratedDatabase.Station, $"tcp:{phone}", phone);
        await SettleAsync();

        Assert.Equal("queued", await database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_queued_job_whose_phone_goes_waits_for_it()
    {
        var phone = await database.AddPhoneAsync();
        await database.ReleaseAsync(phone);
        var job = await database.AddJobAsync(phone, "queued");

        await database.RunAsync("delete from port where phone_id = $1", phone);
        await SettleAsync();

        Assert.Equal("phone", await database.ReadAsync<string>("select waits_for from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_job_of_a_phone_on_two_ports_waits_for_a_usable_phone()
    {
        var phone = await database.AddPhoneAsync();
        await database.ReleaseAsync(phone);
        var job = await database.AddJobAsync(phone, "waiting");

        await database.RunAsync(
            "insert into port values ($1, $2, 98, $3, 'bootloader', null, '{}', now())", MigratedDatabase.Station, $"tcp:{phone}", phone);
        await SettleAsync();

        Assert.Equal("phone", await database.ReadAsync<string>("select waits_for from job where job_id = $1", job));
    }

    private Task SettleAsync() =>
        new SettleStore(database.Source, TimeProvider.System).SettleAsync([Linked], countdown: TimeSpan.Zero, Token);

    private async Task<Guid> AddJobOfAPhoneThatIsAwayAsync()
    {
        var phone = await database.AddPhoneAsync();
        var job = await database.AddJobAsync(phone, "waiting");
        await database.RunAsync("delete from port where phone_id = $1", phone);
        await database.RunAsync("update job set waits_for = 'phone' where job_id = $1", job);
        return job;
    }

    // PostgreSQL keeps who last locked or replaced a row in its xmax, even after that transaction has ended.
    private Task<bool> IsUntouchedAsync(Guid job) => database.ReadAsync<bool>("select xmax::text = '0' from job where job_id = $1", job);
}
