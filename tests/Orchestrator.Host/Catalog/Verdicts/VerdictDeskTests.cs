using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Plan.V1;
using Espero.Station.Recipes.Models;
using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using Assert = Xunit.Assert;

namespace Espero.Orchestrator.Host.Tests.Catalog.Verdicts;

public sealed class VerdictDeskTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_of_unknown_model_gets_a_code_that_carries_its_facts()
    {
        var phone = await AddUnknownPhoneAsync("""{"getprop.ro.product.device": "never-seen"}""");
        await database.RunAsync(
            "insert into unknown_model (code, identity, facts, first_asked_at, last_asked_at) values ('7KQ2ZD', 'device', '{}', now(), now())");
        await database.RunAsync("update phone set unknown_model = '7KQ2ZD' where phone_id = $1", phone);

        var verdict = await Desk.OfPhoneAsync(phone, Token);

        Assert.StartsWith("Modèle inconnu : rien ne sera fait", verdict.Value!.Whole.French, StringComparison.Ordinal);
        Assert.Equal("7KQ2ZD", verdict.Value.Code);
    }

    [Fact]
    public async Task A_question_about_a_phone_writes_nothing_down()
    {
        var before = await database.ReadAsync<long>("select count(*) from unknown_model");

        var verdict = await Desk.OfPhoneAsync(await AddUnknownPhoneAsync("""{"getvar.product": "somebody"}"""), Token);

        Assert.Equal((FreedomAnswer.Unknown, ""), (verdict.Value!.Answer, verdict.Value.Code));
        Assert.Equal(before, await database.ReadAsync<long>("select count(*) from unknown_model"));
    }

    [Fact]
    public async Task A_name_that_nobody_knows_writes_nothing_down()
    {
        var before = await database.ReadAsync<long>("select count(*) from unknown_model");

        var verdict = await Desk.OfModelAsync("no such telephone", Token);

        Assert.Equal(RefusalKind.Forbidden, verdict.Refusal!.Kind); // no data set is read here
        Assert.Equal(before, await database.ReadAsync<long>("select count(*) from unknown_model"));
    }

    [Fact]
    public async Task A_model_that_only_our_recipes_know_is_known()
    {
        var verdict = await Desk.OfModelAsync("espero/virtual-a", Token);

        Assert.Contains(verdict.Value!.Systems, system => system is { Name: "Demo 1", IsReady: true });
    }

    [Fact]
    public async Task Where_neither_data_nor_a_recipe_unlocks_the_way_is_said_to_be_unknown()
    {
        var verdict = await Desk.OfModelAsync("espero/virtual-a", Token);

        Assert.Equal(FreedomAnswer.OnlyIfUnlocked, verdict.Value!.Answer);
        Assert.Contains("on ne sait pas comment il se déverrouille", verdict.Value.Whole.French, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", Unlock.Types.Method.Flashing, "Yes")]
    [InlineData("b", Unlock.Types.Method.Code, "YesWithDelay")]
    [InlineData("c", Unlock.Types.Method.TokenFile, "YesWithDelay")]
    public async Task The_step_that_unlocks_says_how_a_model_of_ours_is_unlocked(string name, Unlock.Types.Method method, string answer)
    {
        var model = await AddPlanAsync(name, new Step { Id = "unlock", Unlock = new Unlock { Method = method } });

        var verdict = await Desk.OfModelAsync(model, Token);

        Assert.Equal(answer, verdict.Value!.Answer.ToString());
        Assert.Equal([$"espero/{name}"], Assert.Single(verdict.Value.Reasons).Sources);
    }

    [Fact]
    public async Task A_recipe_that_sends_people_to_the_maker_takes_its_time()
    {
        var model = await AddPlanAsync(
            "d",
            new Step { Id = "ask", Ask = new Ask { Needs = { Ask.Types.Need.Account } } },
            new Step { Id = "unlock", Unlock = new Unlock { Method = Unlock.Types.Method.Oem } });

        Assert.Equal(FreedomAnswer.YesWithDelay, (await Desk.OfModelAsync(model, Token)).Value!.Answer);
    }

    [Fact]
    public async Task A_phone_of_ours_that_is_unlocked_says_so_itself()
    {
        var phone = await database.AddPhoneAsync();
        await NoteAsync(phone, """{"getvar.unlocked": "yes"}""", isUnlocked: true);

        Assert.Equal(FreedomAnswer.Yes, (await Desk.OfPhoneAsync(phone, Token)).Value!.Answer);
    }

    [Fact]
    public async Task A_phone_that_no_build_is_for_is_looked_up_in_the_book()
    {
        using var models = new FewModels();
        var phone = await AddUnknownPhoneAsync("""{"getvar.product": "sunfish"}""");

        var verdict = await DeskOver(models.Book).OfPhoneAsync(phone, Token);

        Assert.Equal((FreedomAnswer.Yes, "google/sunfish", ""), (verdict.Value!.Answer, verdict.Value.Model, verdict.Value.Code));
        Assert.Null(await database.ReadAsync<string?>("select model from phone where phone_id = $1", phone));
    }

    [Fact]
    public async Task What_a_phone_said_is_known_after_it_was_unplugged()
    {
        using var models = new FewModels();
        var phone = await AddUnknownPhoneAsync("""{"getvar.product": "sunfish"}""");
        await database.RunAsync("delete from port where phone_id = $1", phone);

        var verdict = await DeskOver(models.Book).OfPhoneAsync(phone, Token);

        Assert.Equal("google/sunfish", verdict.Value!.Model);
        Assert.Contains(verdict.Value.Reasons, reason => reason.Sentence.French.StartsWith("Vu le ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phone_of_which_nothing_is_noted_gets_its_models_answer_and_is_told_so()
    {
        var phone = await database.AddPhoneAsync();

        var verdict = await Desk.OfPhoneAsync(phone, Token);

        Assert.Contains(VerdictSentences.NothingNoted, verdict.Value!.Reasons.Select(reason => reason.Sentence));
    }

    [Fact]
    public async Task The_delay_of_a_phone_names_an_account_of_the_book_and_that_of_a_model_none()
    {
        using var models = new FewModels();
        await database.RunAsync("insert into unlock_account values ($1, 'xiaomi', 'Repair café 1', 'Camille Durand', now())", Guid.CreateVersion7());

        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = 'xiaomi/lavender' where phone_id = $1", phone);

        var ofModel = await DeskOver(models.Book).OfModelAsync("lavender", Token);
        var verdict = await DeskOver(models.Book).OfPhoneAsync(phone, Token);

        Assert.Contains("avec un compte chez lui", ofModel.Value!.Whole.French, StringComparison.Ordinal);
        Assert.Contains(
            "(Xiaomi, jusqu'à 30 jours, avec le compte « Repair café 1 », 3 téléphones par an)", verdict.Value!.Whole.French,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_two_models_asks_which_one_is_meant()
    {
        using var models = new FewModels();

        var verdict = await DeskOver(models.Book).OfModelAsync("twin", Token);

        Assert.StartsWith("Lequel ? Plusieurs modèles portent ce nom.", verdict.Value!.Whole.French, StringComparison.Ordinal);
        Assert.Equal(2, verdict.Value.Candidates.Length);
    }

    [Fact]
    public async Task A_question_that_comes_while_the_data_is_read_for_the_first_time_is_answered_from_it()
    {
        using var models = new FewModels();
        var book = new VerdictBook();
        var desk = DeskOver(book, new FakeTimeProvider());
        var asked = desk.OfModelAsync("sunfish", Token);
        Assert.False(asked.IsCompleted);

        book.Models = models.Book;

        Assert.Equal("google/sunfish", (await asked.WaitAsync(Limit, Token)).Value!.Model);
    }

    [Fact]
    public async Task Where_no_data_is_found_nobody_waits_for_it()
    {
        var book = new VerdictBook();
        var asked = DeskOver(book, new FakeTimeProvider()).OfModelAsync("sunfish", Token);

        book.HasLooked();

        Assert.Equal(RefusalKind.Forbidden, (await asked.WaitAsync(Limit, Token)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_question_waits_half_a_minute_for_the_data_and_no_longer()
    {
        var time = new FakeTimeProvider();
        var asked = DeskOver(new VerdictBook(), time).OfModelAsync("sunfish", Token);

        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(RefusalKind.Forbidden, (await asked.WaitAsync(Limit, Token)).Refusal!.Kind);
    }

    [Fact]
    public async Task Who_goes_away_while_the_data_is_read_waits_no_longer()
    {
        using var gone = new CancellationTokenSource();
        var asked = DeskOver(new VerdictBook(), new FakeTimeProvider()).OfModelAsync("sunfish", gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Limit, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task No_name_is_refused(string name) => Assert.False((await Desk.OfModelAsync(name, Token)).IsGranted);

    [Fact]
    public async Task A_phone_that_nobody_knows_is_refused() => Assert.False((await Desk.OfPhoneAsync(Guid.CreateVersion7(), Token)).IsGranted);

    private VerdictStore Store => new(database.Source);

    private VerdictDesk Desk => DeskOver(ModelBook.Empty);

    private VerdictDesk DeskOver(ModelBook models) => DeskOver(new VerdictBook { Models = models }, TimeProvider.System);

    private VerdictDesk DeskOver(VerdictBook book, TimeProvider time) =>
        new(new ModelDesk(book, Store, time), Store, new UnlockAccountReader(database.Source), time);

    private Task NoteAsync(Guid phone, string facts, bool? isUnlocked) => database.RunAsync(
        "insert into phone_facts values ($1, 'bootloader', $2::jsonb, $3, now())",
        phone, facts, isUnlocked is { } known ? known : DBNull.Value);

    private async Task<string> AddPlanAsync(string name, params Step[] steps)
    {
        var model = $"espero/unlocks-{name}";
        await database.RunAsync(
            "insert into plan values ($1, $2, $3, $4, '', $5, now())",
            new string(name[0], 64), MigratedDatabase.BuildId, model, name, new Espero.Plan.V1.Plan { Steps = { steps } }.ToByteArray());
        return model;
    }

    private async Task<Guid> AddUnknownPhoneAsync(string facts)
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = null where phone_id = $1", phone);
        await NoteAsync(phone, facts, isUnlocked: null);
        return phone;
    }
}
