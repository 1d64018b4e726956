using Espero.Orchestrator.Catalog;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Host.Tests.Seeding;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Host.Tests.Catalog.Verdicts;

public sealed class VerdictDeskTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_of_unknown_model_gets_a_code_that_carries_its_facts()
    {
        var phone = await AddUnknownPhoneAsync("""{"getprop.ro.product.device": "never-seen"}""");

        var verdict = await Desk.OfPhoneAsync(phone, Token);

        Assert.StartsWith("Modèle inconnu : rien ne sera fait", verdict.Value!.Whole.French, StringComparison.Ordinal);
        Assert.Equal(VerdictCode.Length, verdict.Value.Code.Length);
        var kept = await Store.FindKeptAsync(verdict.Value.Code.ToLowerInvariant(), Token);
        Assert.Equal("never-seen", kept!["getprop.ro.product.device"]);
    }

    [Fact]
    public async Task The_same_facts_have_the_same_code()
    {
        var first = await Desk.OfPhoneAsync(await AddUnknownPhoneAsync("""{"a": "1", "b": "2"}"""), Token);
        var second = await Desk.OfPhoneAsync(await AddUnknownPhoneAsync("""{"b": "2", "a": "1"}"""), Token);

        Assert.Equal(first.Value!.Code, second.Value!.Code);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_writes_nothing_down()
    {
        var before = await database.ReadAsync<long>("select count(*) from unknown_model");

        var verdict = await Desk.OfModelAsync("no such telephone", Token);

        Assert.Equal((FreedomAnswer.Unknown, ""), (verdict.Value!.Answer, verdict.Value.Code));
        Assert.Equal(before, await database.ReadAsync<long>("select count(*) from unknown_model"));
    }

    [Fact]
    public async Task A_model_that_only_our_recipes_know_is_known()
    {
        var verdict = await Desk.OfModelAsync("espero/virtual-a", Token);

        Assert.Equal(FreedomAnswer.Yes, verdict.Value!.Answer);
        Assert.Contains(verdict.Value.Systems, system => system is { Name: "Demo 1", IsReady: true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task No_name_is_refused(string name) => Assert.False((await Desk.OfModelAsync(name, Token)).IsGranted);

    [Fact]
    public async Task A_phone_that_nobody_knows_is_refused() => Assert.False((await Desk.OfPhoneAsync(Guid.CreateVersion7(), Token)).IsGranted);

    private VerdictStore Store => new(database.Source, TimeProvider.System);

    private VerdictDesk Desk => new(new VerdictBook(Options.Create(new CatalogOptions())), Store);

    private async Task<Guid> AddUnknownPhoneAsync(string facts)
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = null where phone_id = $1", phone);
        await database.RunAsync("update port set facts = $2::jsonb where phone_id = $1", phone, facts);
        return phone;
    }
}
