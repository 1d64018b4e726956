using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Plan.V1;
using Google.Protobuf;
using Assert = Xunit.Assert;

namespace Espero.Orchestrator.Host.Tests.Catalog.Verdicts;

public sealed class VerdictDeskTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
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
        Assert.Equal($"espero/{name}", Assert.Single(verdict.Value.Reasons).Source);
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
        await database.RunAsync("update port set facts = $2::jsonb where phone_id = $1", phone, """{"getvar.unlocked": "yes"}""");

        Assert.Equal(FreedomAnswer.Yes, (await Desk.OfPhoneAsync(phone, Token)).Value!.Answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task No_name_is_refused(string name) => Assert.False((await Desk.OfModelAsync(name, Token)).IsGranted);

    [Fact]
    public async Task A_phone_that_nobody_knows_is_refused() => Assert.False((await Desk.OfPhoneAsync(Guid.CreateVersion7(), Token)).IsGranted);

    private VerdictStore Store => new(database.Source);

    private VerdictDesk Desk => new(new VerdictBook(), Store);

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
        await database.RunAsync("update port set facts = $2::jsonb where phone_id = $1", phone, facts);
        return phone;
    }
}
