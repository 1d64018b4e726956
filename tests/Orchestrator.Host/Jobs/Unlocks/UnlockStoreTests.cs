using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Orchestrator.Links;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Jobs.Unlocks;

public sealed class UnlockStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly LinkedStation Linked = new(MigratedDatabase.Station, MigratedDatabase.Site, Facts.Journal, FlashSlots: 8);

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_whose_phone_waits_for_its_maker_waits_for_the_date()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");

        await AskAsync(phone, await AddAccountAsync());

        Assert.Equal("waiting date", await StandingAsync(job));
    }

    [Fact]
    public async Task A_job_that_was_about_to_start_goes_back_to_wait_for_the_date()
    {
        var (phone, job) = await AddXiaomiAsync("queued");

        await AskAsync(phone, await AddAccountAsync());

        Assert.Equal("waiting date", await StandingAsync(job));
        Assert.Equal("postpone", await database.ReadAsync<string>("select trigger from job_event where job_id = $1", job));
    }

    [Fact]
    public async Task The_job_comes_back_by_itself_when_its_date_has_come()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await database.ReleaseAsync(phone);
        await AskAsync(phone, await AddAccountAsync());

        _time.Advance(TimeSpan.FromDays(29));
        await SettleAsync();
        Assert.Equal("waiting date", await StandingAsync(job));

        _time.Advance(TimeSpan.FromDays(2));
        await SettleAsync();
        Assert.Equal("queued", await database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_job_submitted_after_the_request_waits_for_the_same_date()
    {
        await database.RunAsync("update plan set model = 'xiaomi/lavender' where plan_id = $1", MigratedDatabase.PlanId);
        var phone = await AddPhoneAsync();
        await AskAsync(phone, await AddAccountAsync());

        var submitted = await new SubmitStore(database.Source, new JobReader(database.Source), _time).SubmitAsync(
            new SubmitWish(phone, MigratedDatabase.BuildId, "Camille Durand", Guid.CreateVersion7()), Token);

        Assert.Equal("waiting date", await StandingAsync(submitted.Value!.JobId));
    }

    [Fact]
    public async Task The_makers_answer_ends_the_wait()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await database.ReleaseAsync(phone);
        await AskAsync(phone, await AddAccountAsync());

        Assert.True((await Requests.AnsweredAsync(phone, UnlockOutcome.Given, "Camille Durand", Token)).IsGranted);
        await SettleAsync();

        Assert.Equal("queued", await database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_maker_is_asked_once_for_a_phone()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");
        var account = await AddAccountAsync();
        await AskAsync(phone, account);

        var again = await Requests.AskedAsync(new UnlockWish(phone, account, "Camille Durand", null), Token);

        Assert.Contains("already asked", again.Refusal!.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_another_maker_is_refused()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");

        var asked = await Requests.AskedAsync(new UnlockWish(phone, await AddAccountAsync("motorola"), "Camille Durand", null), Token);

        Assert.Contains("motorola", asked.Refusal!.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_no_name_for_an_account()
    {
        var added = await Accounts.AddAsync("xiaomi", "someone@example.org", "Camille Durand", Token);

        Assert.False(added.IsGranted);
    }

    [Fact]
    public async Task A_phone_that_was_asked_for_is_off_the_list_and_its_account_rests()
    {
        var account = await AddAccountAsync();
        var (first, _) = await AddXiaomiAsync("waiting");
        var (second, _) = await AddXiaomiAsync("waiting");
        await AskAsync(first, account);

        var turns = await Reader.PlanAsync(Token);

        Assert.DoesNotContain(turns, turn => turn.Job.PhoneId == first);
        Assert.Contains(turns, turn => turn.Job.PhoneId == second);
        var rested = Assert.Single(await Reader.ListAccountsAsync(Token), one => one.AccountId == account);
        Assert.Equal(_time.GetUtcNow().AddDays(30), rested.NextAllowed, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_phone_that_its_maker_refused_is_not_asked_for_again()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");
        await AskAsync(phone, await AddAccountAsync());

        await Requests.AnsweredAsync(phone, UnlockOutcome.Refused, "Camille Durand", Token);

        Assert.DoesNotContain(await Reader.PlanAsync(Token), turn => turn.Job.PhoneId == phone);
    }

    [Fact]
    public async Task A_phone_whose_maker_wants_no_account_is_asked_for_without_one()
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = 'sony/suzu' where phone_id = $1", phone);

        var asked = await Requests.AskedAsync(new UnlockWish(phone, null, "Camille Durand", null), Token);

        Assert.Equal(_time.GetUtcNow(), asked.Value);
        Assert.Contains(await Reader.ListOpenAsync(Token), request => request.PhoneId == phone && request.AccountName is null);
    }

    [Fact]
    public async Task A_phone_that_says_it_is_unlocked_needs_nobodys_leave()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");
        await database.RunAsync("""update port set facts = '{"getvar.unlocked": "yes"}' where phone_id = $1""", phone);

        Assert.DoesNotContain(await Reader.PlanAsync(Token), turn => turn.Job.PhoneId == phone);
    }

    private UnlockReader Reader => new(database.Source, _time);

    private UnlockAccountStore Accounts => new(database.Source, _time);

    private UnlockRequestStore Requests => new(database.Source, _time);

    private async Task<(Guid Phone, Guid Job)> AddXiaomiAsync(string state)
    {
        var phone = await AddPhoneAsync();
        return (phone, await database.AddJobAsync(phone, state));
    }

    private async Task<Guid> AddPhoneAsync()
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = 'xiaomi/lavender' where phone_id = $1", phone);
        return phone;
    }

    private async Task<Guid> AddAccountAsync(string vendor = "xiaomi") =>
        (await Accounts.AddAsync(vendor, $"Atelier {Guid.CreateVersion7()}", "Camille Durand", Token)).Value;

    private async Task AskAsync(Guid phone, Guid account)
    {
        var asked = await Requests.AskedAsync(new UnlockWish(phone, account, "Camille Durand", null), Token);
        Assert.Equal(_time.GetUtcNow().AddDays(30), asked.Value);
    }

    private Task<string> StandingAsync(Guid job) =>
        database.ReadAsync<string>("select state || ' ' || waits_for from job where job_id = $1", job);

    private Task SettleAsync() => new SettleStore(database.Source, _time).SettleAsync([Linked], TimeSpan.Zero, Token);
}
