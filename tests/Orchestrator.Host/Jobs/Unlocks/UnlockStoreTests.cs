using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Jobs.Unlocks;

namespace Espero.Orchestrator.Host.Tests.Jobs.Unlocks;

public sealed class UnlockStoreTests(MigratedDatabase database) : UnlockBench(database), IClassFixture<MigratedDatabase>
{
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
        Assert.Equal("postpone", await Database.ReadAsync<string>("select trigger from job_event where job_id = $1", job));
    }

    [Fact]
    public async Task A_job_that_waited_already_has_the_request_in_its_history()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");

        await AskAsync(phone, await AddAccountAsync());

        Assert.Equal(
            "waiting waiting Camille Durand",
            await Database.ReadAsync<string>(
                "select from_state || ' ' || to_state || ' ' || by_whom from job_event where job_id = $1 and trigger = 'postpone'", job));
    }

    [Fact]
    public async Task The_makers_refusal_ends_the_job()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await AskAsync(phone, await AddAccountAsync());

        var follows = await Requests.AnsweredAsync(phone, UnlockOutcome.Refused, "Camille Durand", Token);

        Assert.Equal(("cancelled", UnlockSentences.Ends), (await Database.StateOfAsync(job), follows.Value));
        Assert.Contains(
            "maker refuses", await Database.ReadAsync<string>("select reason from job_event where job_id = $1 and trigger = 'cancel'", job),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_whose_date_has_passed_is_overdue()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");
        await AskAsync(phone, await AddAccountAsync());

        Assert.False((await Reader.ListOpenAsync(null, Token)).Single(request => request.PhoneId == phone).IsOverdue);
        Time.Advance(TimeSpan.FromDays(32));
        Assert.True((await Reader.ListOpenAsync(null, Token)).Single(request => request.PhoneId == phone).IsOverdue);
    }

    [Fact]
    public async Task A_maker_that_answers_within_minutes_is_overdue_after_a_day()
    {
        var phone = await AddPhoneAsync("sony/suzu");
        await Requests.AskedAsync(new UnlockWish(phone, null, "Camille Durand", null), Token);

        Time.Advance(TimeSpan.FromHours(1));
        Assert.False((await Reader.ListOpenAsync(null, Token)).Single(request => request.PhoneId == phone).IsOverdue);
        Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await Reader.ListOpenAsync(null, Token)).Single(request => request.PhoneId == phone).IsOverdue);
    }

    [Fact]
    public async Task A_request_that_breaks_the_quota_is_refused_unless_it_has_happened()
    {
        var account = await AddAccountAsync();
        await AskAsync((await AddXiaomiAsync("waiting")).Phone, account);
        var (second, _) = await AddXiaomiAsync("waiting");

        var refused = await Requests.AskedAsync(new UnlockWish(second, account, "Camille Durand", null), Token);
        var noted = await Requests.AskedAsync(new UnlockWish(second, account, "Camille Durand", null, HasHappened: true), Token);

        Assert.Contains("Xiaomi lets this account ask again only from", refused.Refusal!.Sentence.English, StringComparison.Ordinal);
        Assert.True(noted.IsGranted);
    }

    [Fact]
    public async Task Two_who_ask_at_once_with_one_account_do_not_both_fit_into_its_quota()
    {
        var account = await AddAccountAsync();
        var phones = await Task.WhenAll(AddPhoneAsync(), AddPhoneAsync());

        var answers = await Task.WhenAll(
            phones.Select(phone => Requests.AskedAsync(new UnlockWish(phone, account, "Camille Durand", null), Token)));

        Assert.Single(answers, answer => answer.IsGranted);
    }

    [Fact]
    public async Task A_lenovo_that_is_unlocked_in_motorolas_way_is_asked_for_there()
    {
        var phone = await AddPhoneAsync("lenovo/capri");

        var asked = await Requests.AskedAsync(new UnlockWish(phone, await AddAccountAsync("motorola"), "Camille Durand", null), Token);

        Assert.Equal(Time.GetUtcNow().AddDays(7), asked.Value);
    }

    [Fact]
    public async Task The_job_comes_back_by_itself_when_its_date_has_come()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await Database.ReleaseAsync(phone);
        await AskAsync(phone, await AddAccountAsync());

        Time.Advance(TimeSpan.FromDays(29));
        await SettleAsync();
        Assert.Equal("waiting date", await StandingAsync(job));

        Time.Advance(TimeSpan.FromDays(2));
        await SettleAsync();
        Assert.Equal("queued", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_job_submitted_after_the_request_waits_for_the_same_date()
    {
        await Database.RunAsync("update plan set model = 'xiaomi/lavender' where plan_id = $1", MigratedDatabase.PlanId);
        var phone = await AddPhoneAsync();
        await AskAsync(phone, await AddAccountAsync());

        var submitted = await new SubmitStore(Database.Source, new JobReader(Database.Source), Time).SubmitAsync(
            new SubmitWish(phone, MigratedDatabase.BuildId, "Camille Durand", Guid.CreateVersion7()), Token);

        Assert.Equal("waiting date", await StandingAsync(submitted.Value!.JobId));
    }

    [Fact]
    public async Task The_makers_answer_ends_the_wait()
    {
        var (phone, job) = await AddXiaomiAsync("waiting");
        await Database.ReleaseAsync(phone);
        await AskAsync(phone, await AddAccountAsync());

        Assert.True((await Requests.AnsweredAsync(phone, UnlockOutcome.Given, "Camille Durand", Token)).IsGranted);
        await SettleAsync();

        Assert.Equal("queued", await Database.StateOfAsync(job));
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

        Assert.Contains("Motorola", asked.Refusal!.Sentence.English, StringComparison.Ordinal);
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

        var turns = await Reader.PlanAsync(null, Token);

        Assert.DoesNotContain(turns, turn => turn.Job.PhoneId == first);
        Assert.Contains(turns, turn => turn.Job.PhoneId == second);
        var rested = Assert.Single(await Book.ListAsync(Token), one => one.AccountId == account);
        Assert.Equal(Time.GetUtcNow().AddDays(30), rested.NextAllowed(Time.GetUtcNow()), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_phone_that_its_maker_refused_is_not_asked_for_again()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");
        await AskAsync(phone, await AddAccountAsync());

        await Requests.AnsweredAsync(phone, UnlockOutcome.Refused, "Camille Durand", Token);

        Assert.DoesNotContain(await Reader.PlanAsync(null, Token), turn => turn.Job.PhoneId == phone);
    }

    [Fact]
    public async Task A_phone_whose_maker_wants_no_account_is_asked_for_without_one()
    {
        var phone = await AddPhoneAsync("sony/suzu");

        var asked = await Requests.AskedAsync(new UnlockWish(phone, null, "Camille Durand", null), Token);

        Assert.Equal(Time.GetUtcNow(), asked.Value);
        Assert.Contains(await Reader.ListOpenAsync(null, Token), request => request.PhoneId == phone && request.AccountName is null);
    }

    [Fact]
    public async Task A_phone_that_says_it_is_unlocked_needs_nobodys_leave()
    {
        var (phone, _) = await AddXiaomiAsync("waiting");
        await NoteUnlockedAsync(phone);

        Assert.DoesNotContain(await Reader.PlanAsync(null, Token), turn => turn.Job.PhoneId == phone);
    }
}
