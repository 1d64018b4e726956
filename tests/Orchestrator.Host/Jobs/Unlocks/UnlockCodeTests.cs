using System.Text;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Orchestrator.Ledger;
using Espero.Orchestrator.Links;
using Google.Protobuf;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Host.Tests.Jobs.Unlocks;

/// <summary>What a maker gave to unlock one phone: who gets it, and when it is gone.</summary>
public sealed class UnlockCodeTests(MigratedDatabase database) : UnlockBench(database), IClassFixture<MigratedDatabase>
{
    private const string Code = "MOTO4711MOTO4711";
    private const string Person = "Camille Durand";

    private static long _lastSequence;

    private static readonly byte[] PlanWithCode = new Espero.Plan.V1.Plan
    {
        Steps = { new Espero.Plan.V1.Step { Id = "unlock", Unlock = new() { Method = Espero.Plan.V1.Unlock.Types.Method.Code } } },
    }.ToByteArray();

    [Fact]
    public async Task A_phone_that_wants_its_code_waits_for_its_maker_although_that_has_answered()
    {
        var (phone, job) = await AddMotorolaAsync("queued");
        await Requests.AskedAsync(new UnlockWish(phone, await AddAccountAsync("motorola"), Person, null), Token);
        await Requests.AnsweredAsync(phone, UnlockOutcome.Given, Person, Token);
        await Database.ReleaseAsync(phone);
        await SettleAsync();
        await FindWithoutCodeAsync(job);

        await SendToMakersAsync();

        Assert.Equal("waiting maker", await StandingAsync(job));
        Assert.Contains(await Reader.PlanAsync(siteId: null, Token), turn => turn.Job.PhoneId == phone);
    }

    [Fact]
    public async Task With_its_code_the_job_comes_back_and_what_was_asked_is_answered()
    {
        var (phone, job) = await AddMotorolaAsync("queued");
        await Database.ReleaseAsync(phone);
        await FindWithoutCodeAsync(job);
        await SendToMakersAsync();

        var given = await GiveAsync(phone);
        await SendToMakersAsync();
        await SettleAsync();

        Assert.Equal(UnlockSentences.GoesOn, given.Value);
        Assert.Equal("queued", await Database.StateOfAsync(job));
        Assert.DoesNotContain(await Reader.PlanAsync(siteId: null, Token), turn => turn.Job.PhoneId == phone);
        Assert.Equal(Person, Assert.Single(await Codes.ListAsync(siteId: null, Token), code => code.PhoneId == phone).GivenBy);
    }

    [Fact]
    public async Task A_code_that_comes_while_an_attempt_fails_for_the_lack_of_it_brings_the_job_back()
    {
        var (phone, job) = await AddMotorolaAsync("failed");
        await Database.ReleaseAsync(phone);
        await FailLockedAsync(job);
        await Database.RunAsync("update job set failure_class = 'vendor-token-needed' where job_id = $1", job);
        await GiveAsync(phone);

        await SendToMakersAsync();
        await SettleAsync();

        Assert.Equal("queued", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_phone_that_stays_locked_although_its_code_is_at_hand_is_for_a_person()
    {
        var (phone, job) = await AddMotorolaAsync("failed");
        await GiveAsync(phone);
        await FailLockedAsync(job);

        await SendToMakersAsync();

        Assert.Equal("failed", await Database.StateOfAsync(job));
    }

    [Fact]
    public async Task The_database_cannot_tell_it()
    {
        var phone = await AddPhoneAsync("lenovo/capri");

        await GiveAsync(phone);

        var row = await Database.ReadAsync<string>("select encode(sealed, 'escape') || row_to_json(code)::text from unlock_code code where phone_id = $1", phone);
        Assert.DoesNotContain(Code, row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_with_the_grant_of_a_plan_that_needs_it()
    {
        var (phone, job) = await AddOfferedAsync(PlanWithCode);
        await GiveAsync(phone);

        Assert.Equal(Code, Encoding.ASCII.GetString((await GrantAsync(job)).UnlockCode.Span));
        Assert.Equal(Code, Encoding.ASCII.GetString((await GrantAsync(job)).UnlockCode.Span)); // asked again: the word was lost
    }

    [Fact]
    public async Task It_does_not_go_with_a_plan_that_has_no_use_for_it()
    {
        var (phone, job) = await AddOfferedAsync([]);
        await GiveAsync(phone);

        Assert.True((await GrantAsync(job)).UnlockCode.IsEmpty);
    }

    [Fact]
    public async Task Nobody_gets_another_phones_code()
    {
        var (_, job) = await AddOfferedAsync(PlanWithCode);
        await GiveAsync(await AddPhoneAsync("lenovo/capri"));

        Assert.True((await GrantAsync(job)).UnlockCode.IsEmpty);
    }

    [Fact]
    public async Task One_that_was_sealed_with_a_lost_key_is_no_longer_at_hand()
    {
        var (phone, job) = await AddOfferedAsync(PlanWithCode);
        await CodesUnder("old.key").GivenAsync(phone, GivenCode.Letters(Code), Person, Token);

        Assert.True((await GrantAsync(job)).UnlockCode.IsEmpty);
        Assert.False(await IsThereAsync(phone));
    }

    [Theory]
    [InlineData("succeeded", null, false)]
    [InlineData("written", null, false)]
    [InlineData("failed", "vendor-token-needed", false)]
    [InlineData("failed", "cable-lost", true)]
    public async Task It_is_gone_once_the_phone_was_written_or_has_refused_it(string outcome, string? failureClass, bool stays)
    {
        var (phone, job) = await AddOfferedAsync(PlanWithCode);
        await GiveAsync(phone);
        await GrantAsync(job);

        await EndAsync(job, outcome, failureClass);

        Assert.Equal(stays, await IsThereAsync(phone));
    }

    [Fact]
    public async Task A_new_code_is_not_lost_with_the_one_that_the_phone_refuses()
    {
        var (phone, job) = await AddOfferedAsync(PlanWithCode);
        await GiveAsync(phone);
        await GrantAsync(job);
        Time.Advance(TimeSpan.FromMinutes(1));
        await GiveAsync(phone);

        await EndAsync(job, "failed", "vendor-token-needed");

        Assert.True(await IsThereAsync(phone));
    }

    [Fact]
    public async Task A_new_code_does_not_go_with_a_word_that_is_said_again()
    {
        var (phone, job) = await AddOfferedAsync(PlanWithCode);
        await GiveAsync(phone);
        await GrantAsync(job);
        Time.Advance(TimeSpan.FromMinutes(1));
        await GiveAsync(phone);

        Assert.True((await GrantAsync(job)).UnlockCode.IsEmpty);
    }

    [Fact]
    public async Task It_is_gone_when_nobody_has_worked_with_the_phone_for_long()
    {
        var (idle, worked) = (await AddPhoneAsync("lenovo/capri"), (await AddMotorolaAsync("waiting")).Phone);
        await GiveAsync(idle);
        await GiveAsync(worked);
        var facts = new PhoneFactStore(Database.Source, Options.Create(new FleetOptions()), Time);

        Time.Advance(TimeSpan.FromDays(179));
        await facts.ForgetOldAsync(Token);
        Assert.True(await IsThereAsync(idle));

        Time.Advance(TimeSpan.FromDays(2));
        await facts.ForgetOldAsync(Token);
        Assert.False(await IsThereAsync(idle));
        Assert.True(await IsThereAsync(worked));
    }

    [Fact]
    public async Task It_is_gone_when_the_phone_is_handed_back()
    {
        var phone = await AddPhoneAsync("lenovo/capri");
        await Database.ReleaseAsync(phone);
        await GiveAsync(phone);

        Assert.True((await new HandBackStore(Database.Source, Time).HandBackAsync(phone, Person, Token)).IsGranted);

        Assert.False(await IsThereAsync(phone));
    }

    [Fact]
    public async Task A_person_takes_it_back_unless_the_station_has_it()
    {
        var (phone, job) = await AddOfferedAsync(PlanWithCode);
        await GiveAsync(phone);

        await GrantAsync(job);
        Assert.Contains("has its code already", (await Codes.TakeBackAsync(phone, Person, Token)).Refusal!.Sentence.English, StringComparison.Ordinal);
        await EndAsync(job, "failed", "cable-lost");
        Assert.True((await Codes.TakeBackAsync(phone, Person, Token)).IsGranted);

        Assert.False(await IsThereAsync(phone));
        Assert.False((await Codes.TakeBackAsync(phone, Person, Token)).IsGranted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("two words")]
    [InlineData("clé-du-fabricant")]
    public async Task What_no_maker_gives_is_refused(string typed)
    {
        var phone = await AddPhoneAsync("lenovo/capri");

        Assert.False((await Codes.GivenAsync(phone, GivenCode.Letters(typed), Person, Token)).IsGranted);
        Assert.False((await Codes.GivenAsync(phone, GivenCode.File(new byte[(64 << 10) + 1]), Person, Token)).IsGranted);
        Assert.False(await IsThereAsync(phone));
    }

    private async Task<(Guid Phone, Guid Job)> AddMotorolaAsync(string state)
    {
        var phone = await AddPhoneAsync("lenovo/capri");
        return (phone, await Database.AddJobAsync(phone, state));
    }

    private async Task<(Guid Phone, Guid Job)> AddOfferedAsync(byte[] plan)
    {
        var phone = await AddPhoneAsync("lenovo/capri");
        var job = await Database.AddJobAsync(phone, "offered", 1, await Database.ReleaseAsync(phone));
        var planId = Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray()).PadRight(64, '0');
        await Database.RunAsync("insert into plan values ($1, $2, 'lenovo/capri', 'code', '', $3, now())", planId, MigratedDatabase.BuildId, plan);
        await Database.RunAsync("update job set plan_id = $2 where job_id = $1", job, planId);
        return (phone, job);
    }

    private Task<Answers.Answer<Espero.Station.Recipes.Words.Sentence>> GiveAsync(Guid phone) =>
        Codes.GivenAsync(phone, GivenCode.Letters(Code), Person, Token);

    private Task FindWithoutCodeAsync(Guid job) => Database.RunAsync(
        """update job set prepared_at = now(), refusals = '[{"code": "vendor-token-needed", "stepId": "", "detail": ""}]' where job_id = $1""", job);

    private async Task<StationOrder.Grant> GrantAsync(Guid job) => Assert.IsType<StationOrder.Grant>(
        await new GrantStore(Database.Source, Codes, Time).AcceptedAsync(MigratedDatabase.Station, job, 1, Token));

    private async Task EndAsync(Guid job, string outcome, string? failureClass) => await new LedgerStore(Database.Source, Time).RecordAsync(
        [Facts.Ended(Interlocked.Increment(ref _lastSequence), job, 1, outcome, failureClass)], Token);

    private Task<bool> IsThereAsync(Guid phone) =>
        Database.ReadAsync<bool>("select exists (select from unlock_code where phone_id = $1)", phone);
}
