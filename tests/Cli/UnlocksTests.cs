using System.Net;
using System.Net.Http.Json;
using Espero.Operations.V1;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Host.Tests.Operations;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Testing.Waiting;
using Microsoft.Extensions.DependencyInjection;

namespace Espero.Cli.Tests;

/// <summary>espero unlocks, accounts and verdict, and the same over REST, against a real orchestrator.</summary>
public sealed class UnlocksTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly FewModels _models = new();
    private ApiHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(database.ConnectionString, Token, ("Catalog:ModelsFolder", _models.Folder));
        var book = _host.Services.GetRequiredService<VerdictBook>();
        await Eventually.HoldsAsync(
            "the data sets are read",
            _ => Task.FromResult(!book.Models.Models.IsEmpty),
            TimeSpan.FromSeconds(30),
            TimeProvider.System,
            Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _models.Dispose();
    }

    [Fact]
    public async Task A_phone_is_on_the_list_until_its_maker_was_asked_and_then_among_the_requests()
    {
        var phone = await AddWaitingPhoneAsync();
        var account = await AddAccountAsync();

        var before = await RunAsync("unlocks");
        var asked = await RunAsync("unlocks", "asked", phone, "--account", account);
        var after = await RunAsync("unlocks");

        Assert.Contains($"Demandez le déverrouillage à Xiaomi dès maintenant avec le compte « {account} ».", before.Output, StringComparison.Ordinal);
        Assert.Contains("Il faut le compte et une carte SIM active dans le téléphone.", before.Output, StringComparison.Ordinal);
        Assert.Contains("La demande du téléphone reviendra d'elle-même le ", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Demandez le déverrouillage à Xiaomi dès maintenant", after.Output, StringComparison.Ordinal);
        Assert.Contains("lavender", after.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_request_within_the_quota_is_refused_and_noted_when_it_has_happened()
    {
        var account = await AddAccountAsync();
        await RunAsync("unlocks", "asked", await AddWaitingPhoneAsync(), "--account", account);
        var second = await AddWaitingPhoneAsync();

        var refused = await RunAsync("unlocks", "asked", second, "--account", account);
        var noted = await RunAsync("unlocks", "asked", second, "--account", account, "--already-asked");

        Assert.Equal((ExitCode.Refused, ExitCode.Ok), (refused.ExitCode, noted.ExitCode));
        Assert.Contains("Xiaomi ne laisse ce compte redemander qu'à partir du ", refused.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_from_the_makers_answer_is_said()
    {
        var account = await AddAccountAsync();
        var (refused, given) = (await AddWaitingPhoneAsync(), await AddWaitingPhoneAsync());
        await RunAsync("unlocks", "asked", refused, "--account", account);
        await RunAsync("unlocks", "asked", given, "--account", account, "--already-asked");

        Assert.Contains("la demande du téléphone est annulée", (await RunAsync("unlocks", "refused", refused)).Output, StringComparison.Ordinal);
        Assert.Contains("la demande du téléphone continue", (await RunAsync("unlocks", "given", given)).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, (await RunAsync("unlocks", "given", given)).ExitCode);
    }

    [Fact]
    public async Task A_list_of_one_site_leaves_out_the_phones_of_others()
    {
        var (here, elsewhere) = (await AddWaitingPhoneAsync(), await AddWaitingPhoneAsync());
        await database.RunAsync("insert into site values ('atelier-nantes', now()) on conflict do nothing");
        await database.RunAsync("update job set site_id = 'atelier-nantes' where phone_id = $1", Guid.Parse(elsewhere));

        var lyon = await PlanAsync("--site", MigratedDatabase.Site);
        var nantes = await PlanAsync("--site", "atelier-nantes");

        Assert.Contains(lyon.Turns, turn => turn.PhoneId == here);
        Assert.DoesNotContain(lyon.Turns, turn => turn.PhoneId == elsewhere);
        Assert.Equal(elsewhere, Assert.Single(nantes.Turns).PhoneId);
        await database.RunAsync("update job set state = 'cancelled', waits_for = null where phone_id = $1 or phone_id = $2", Guid.Parse(here), Guid.Parse(elsewhere));
    }

    [Fact]
    public async Task A_page_of_the_list_says_how_many_more_there_are()
    {
        string[] phones = [await AddWaitingPhoneAsync(), await AddWaitingPhoneAsync()];
        using var http = new HttpClient { BaseAddress = _host.Http };

        var plan = PlanUnlocksResponse.Parser.ParseJson(await http.GetStringAsync("/v1/unlocks?page_size=1", Token));

        Assert.Single(plan.Turns);
        Assert.True(plan.MoreTurns >= 1);
        using var tooMany = await http.GetAsync("/v1/unlocks?page_size=1001", Token);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, tooMany.StatusCode);
        await database.RunAsync(
            "update job set state = 'cancelled', waits_for = null where phone_id = any($1)", phones.Select(Guid.Parse).ToArray());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("nonsense")]
    public async Task A_number_of_days_that_is_none_is_refused(string days) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync("unlocks", "--days", days)).ExitCode);

    [Fact]
    public async Task An_account_is_listed_with_its_maker_and_its_next_request_until_it_is_closed()
    {
        var account = await AddAccountAsync();

        var open = await RunAsync("accounts");
        var closed = await RunAsync("accounts", "close", account);

        Assert.Equal(ExitCode.Ok, closed.ExitCode);
        Assert.Contains("PROCHAINE DEMANDE", open.Output, StringComparison.Ordinal);
        Assert.Contains("Xiaomi", open.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(account, (await RunAsync("accounts")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_maker_that_wants_no_account_is_refused_with_those_that_do()
    {
        var refused = await RunAsync("accounts", "add", "samsung", "Atelier");

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("htc, motorola, xiaomi", refused.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_says_the_answer_the_systems_and_the_hands()
    {
        var verdict = await RunAsync("verdict", "lavender");

        Assert.Contains("Oui, avec un délai : il faut d'abord demander le déverrouillage au fabricant (Xiaomi, ", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("LineageOS 22.1, maintenu [lineage-wiki/lavender_Xiaomi.yml]", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("Les touches Marche et Volume doivent fonctionner.", verdict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_two_models_asks_which_one()
    {
        var verdict = await RunAsync("verdict", "twin");

        Assert.StartsWith("Lequel ? Plusieurs modèles portent ce nom.", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("samsung/twin", verdict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_phone_gets_a_code_that_gives_its_facts()
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("""
            insert into unknown_model (code, identity, facts, first_asked_at, last_asked_at)
            values ('7KQ2ZD', 'device', '{"getvar.product": "never-seen"}', now(), now())
            """);
        await database.RunAsync("update phone set model = null, unknown_model = '7KQ2ZD' where phone_id = $1", phone);

        var verdict = await RunAsync("verdict", "--phone", phone.ToString(), "-o", "json");
        var code = GetVerdictResponse.Parser.ParseJson(verdict.Output).Verdict.Code;
        var facts = await RunAsync("verdict", "--code", code);

        Assert.Contains("never-seen", facts.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verdict")]
    [InlineData("verdict", "lavender", "--code", "ABC123")]
    public async Task One_question_at_a_time(params string[] arguments) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task REST_gives_the_verdict_the_list_and_the_accounts()
    {
        var phone = await AddWaitingPhoneAsync();
        var account = await AddAccountAsync();
        using var http = new HttpClient { BaseAddress = _host.Http };

        var verdict = GetVerdictResponse.Parser.ParseJson(await http.GetStringAsync("/v1/verdict?model=capri", Token)).Verdict;
        var plan = PlanUnlocksResponse.Parser.ParseJson(await http.GetStringAsync("/v1/unlocks?days=7", Token));
        var accounts = ListUnlockAccountsResponse.Parser.ParseJson(await http.GetStringAsync("/v1/unlock-accounts", Token));

        Assert.Equal((Operations.V1.FreedomAnswer.YesWithDelay, "lenovo/capri"), (verdict.Answer, verdict.Model));
        Assert.Contains("Motorola", verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains(plan.Turns, turn => turn.PhoneId == phone && turn.Maker == "Xiaomi");
        Assert.Contains(accounts.Accounts, one => one.Name == account && one.Maker == "Xiaomi");
        await RunAsync("unlocks", "asked", phone, "--account", account); // off the list, which the other tests read whole
    }

    [Fact]
    public async Task A_code_is_typed_unseen_listed_without_itself_and_taken_back()
    {
        const string Code = "MOTO47114711";
        var phone = await AddWaitingPhoneAsync();

        var given = await CliRun.RunAsync(_host.Grpc, "fr", typed: $"{Code}\n", "unlocks", "given", phone, "--code", "-");
        var listed = await RunAsync("unlocks");
        var taken = await RunAsync("unlocks", "take-back", phone);
        var after = await RunAsync("unlocks");

        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (given.ExitCode, taken.ExitCode));
        Assert.Contains("la demande du téléphone continue", given.Output, StringComparison.Ordinal);
        Assert.Contains("Codes de déverrouillage enregistrés", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, given.Output + given.Talk + listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Codes de déverrouillage enregistrés", after.Output, StringComparison.Ordinal);
        await RunAsync("unlocks", "asked", phone, "--account", await AddAccountAsync()); // off the list, which the other tests read whole
    }

    [Fact]
    public async Task More_codes_and_requests_than_a_page_holds_are_listed_or_counted()
    {
        await database.RunAsync(
            """
            insert into phone select gen_random_uuid(), 'motorola/kane', $1, false, now(), now() from generate_series(1, 1002);
            """,
            MigratedDatabase.Site);
        await database.RunAsync("insert into unlock_code select phone_id, '', 'Camille Durand', now() from phone where model = 'motorola/kane'");
        await database.RunAsync(
            """
            insert into unlock_request (request_id, phone_id, vendor, asked_by, asked_at, due_at)
            select gen_random_uuid(), phone_id, 'motorola', 'Camille Durand', now(), now() from phone where model = 'motorola/kane'
            """);
        using var http = new HttpClient { BaseAddress = _host.Http };

        var listed = PlanUnlocksResponse.Parser.ParseJson(await http.GetStringAsync("/v1/unlocks?page_size=1", Token));
        var shown = await RunAsync("unlocks");
        await database.RunAsync("delete from unlock_code"); // the other tests read the lists whole
        await database.RunAsync("delete from unlock_request where vendor = 'motorola'");

        Assert.Equal(1002, listed.Codes.Count);
        Assert.True(listed.MoreRequests >= 1001, $"{listed.MoreRequests} left out");
        Assert.Contains("de plus ne sont pas montrés", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task REST_takes_a_code_and_gives_none()
    {
        var phone = await AddWaitingPhoneAsync();
        using var http = new HttpClient { BaseAddress = _host.Http };

        using var given = await http.PostAsJsonAsync(
            $"/v1/phones/{phone}/unlock-answer", new { answer = "UNLOCK_ANSWER_GIVEN", recordedBy = "Camille Durand", code = "MOTO47114711" }, Token);
        var listed = await http.GetStringAsync("/v1/unlocks", Token);
        using var taken = await http.PostAsJsonAsync($"/v1/phones/{phone}/unlock-code/take-back", new { takenBackBy = "Camille Durand" }, Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (given.StatusCode, taken.StatusCode));
        Assert.Equal(phone, Assert.Single(PlanUnlocksResponse.Parser.ParseJson(listed).Codes).PhoneId);
        Assert.DoesNotContain("MOTO47114711", listed, StringComparison.Ordinal);
        await RunAsync("unlocks", "asked", phone, "--account", await AddAccountAsync());
    }

    private async Task<PlanUnlocksResponse> PlanAsync(params string[] options) =>
        PlanUnlocksResponse.Parser.ParseJson((await RunAsync(["unlocks", "--days", "36500", "-o", "json", .. options])).Output);

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(_host.Grpc, "fr", typed: null, arguments);

    private async Task<string> AddWaitingPhoneAsync()
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = 'xiaomi/lavender' where phone_id = $1", phone);
        await database.AddJobAsync(phone, "waiting");
        return phone.ToString();
    }

    private async Task<string> AddAccountAsync()
    {
        var name = $"Atelier {Guid.CreateVersion7()}";
        var added = await RunAsync("accounts", "add", "xiaomi", name);
        Assert.Equal(ExitCode.Ok, added.ExitCode);
        return name;
    }
}
