using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Fleet.UnknownModels;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Station.Recipes.Models;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Fleet;

public sealed class UnknownModelStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private UnknownModelStore Store => StoreWith(ModelCode.New);

    [Fact]
    public async Task Two_phones_of_one_model_share_a_code_however_they_are_just_now()
    {
        var first = await SeeAsync("""{"getvar.product": "vega", "battery.level": "12"}""");
        var second = await SeeAsync("""{"getvar.product": "vega", "battery.level": "97", "getvar.unlocked": "yes"}""");

        Assert.Equal(await CodeOfAsync(first), await CodeOfAsync(second));
        Assert.Equal(2, (await Store.FindAsync(await CodeOfAsync(first), Token)).Value!.Phones);
    }

    [Fact]
    public async Task A_phone_keeps_its_code_when_it_is_seen_in_another_mode_and_the_centre_learns_more()
    {
        var phone = await SeeAsync("""{"getvar.product": "lyra"}""");
        var code = await CodeOfAsync(phone);

        await SeeAsync(phone, """{"getprop.ro.product.device": "lyra_global"}""");

        var kept = (await Store.FindAsync(code, Token)).Value!;
        Assert.Equal(code, await CodeOfAsync(phone));
        Assert.Equal(("lyra", "lyra_global"), (kept.Facts["getvar.product"], kept.Facts["getprop.ro.product.device"]));
    }

    [Fact]
    public async Task A_phone_whose_model_is_known_gets_none()
    {
        var phone = await database.AddPhoneAsync();

        await SeeAsync(phone, """{"getvar.product": "known"}""");

        Assert.Empty(await CodeOfAsync(phone));
    }

    [Fact]
    public async Task A_phone_that_tells_nothing_gets_none() => Assert.Empty(await CodeOfAsync(await SeeAsync("{}")));

    [Fact]
    public async Task A_phone_that_nobody_can_tell_from_others_has_a_code_on_its_port()
    {
        var phone = await database.AddPhoneAsync();
        var path = await PathOfAsync(phone);
        await database.RunAsync("""update port set phone_id = null, facts = '{"getvar.product": "ghost"}' where path = $1""", path);

        await Store.SeenAsync(MigratedDatabase.Station, [path], Token);

        Assert.Equal(ModelCode.Length, (await database.ReadAsync<string>("select unknown_model from port where path = $1", path)).Length);
    }

    [Fact]
    public async Task A_code_that_is_taken_is_not_given_twice()
    {
        var taken = await CodeOfAsync(await SeeAsync("""{"getvar.product": "first"}"""));
        var codes = new Queue<string>([taken, taken, "7KQ2ZD"]);

        var phone = await SeeAsync("""{"getvar.product": "second"}""", StoreWith(codes.Dequeue));

        Assert.Equal("7KQ2ZD", await CodeOfAsync(phone));
    }

    [Fact]
    public async Task Where_every_code_is_taken_the_search_ends()
    {
        var taken = await CodeOfAsync(await SeeAsync("""{"getvar.product": "third"}"""));

        var phone = await SeeAsync("""{"getvar.product": "fourth"}""", StoreWith(() => taken));

        Assert.Empty(await CodeOfAsync(phone));
    }

    [Fact]
    public async Task What_somebody_looks_after_leaves_the_list_and_the_first_ones_word_stands()
    {
        var code = await CodeOfAsync(await SeeAsync("""{"getvar.product": "handled"}"""));

        await Store.HandleAsync(code.ToLowerInvariant(), "Camille", Token);
        var second = await Store.HandleAsync(code, "Dominique", Token);

        Assert.Equal("Camille", second.Value!.HandledBy);
        Assert.DoesNotContain((await Store.ListAsync(new UnknownModelFilter(), ModelBook.Empty, Token)).Models, model => model.Code == code);
        Assert.Contains((await Store.ListAsync(new UnknownModelFilter { WithHandled = true }, ModelBook.Empty, Token)).Models, model => model.Code == code);
    }

    [Fact]
    public async Task A_list_in_pages_holds_each_model_once_and_those_asked_about_last_first()
    {
        _time.Advance(TimeSpan.FromDays(1));
        string[] codes = [.. await Task.WhenAll(Enumerable.Range(0, 5).Select(SeeNumberedAsync))];

        var listed = new List<string>();
        var filter = new UnknownModelFilter { PageSize = 2 };
        do
        {
            var page = await Store.ListAsync(filter, ModelBook.Empty, Token);
            listed.AddRange(page.Models.Select(model => model.Code));
            filter = filter with { After = page.Next };
        }
        while (filter.After is not null);

        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(codes.OrderDescending(), listed.Where(codes.Contains));
    }

    [Fact]
    public async Task The_next_page_begins_where_it_should_also_when_the_last_model_of_the_page_before_is_gone()
    {
        _time.Advance(TimeSpan.FromDays(1000)); // on top of what the other tests left
        string[] codes = [await SeeNumberedLaterAsync(10), await SeeNumberedLaterAsync(11), await SeeNumberedLaterAsync(12)];
        var first = await Store.ListAsync(new UnknownModelFilter { PageSize = 2 }, ModelBook.Empty, Token);
        await database.RunAsync("delete from unknown_model where code = $1", codes[1]);

        var second = await Store.ListAsync(new UnknownModelFilter { PageSize = 1, After = first.Next }, ModelBook.Empty, Token);

        Assert.Equal([codes[2], codes[1]], first.Models.Select(model => model.Code));
        Assert.Equal(codes[0], Assert.Single(second.Models).Code);
    }

    [Fact]
    public async Task A_model_that_the_book_knows_by_now_is_left_out_unless_it_is_asked_for()
    {
        using var models = new FewModels();
        var known = await CodeOfAsync(await SeeAsync("""{"getvar.product": "sunfish"}"""));
        var unknown = await CodeOfAsync(await SeeAsync("""{"getvar.product": "nobodys"}"""));

        var usual = (await Store.ListAsync(new UnknownModelFilter { PageSize = 1 }, models.Book, Token)).Models;
        var whole = (await Store.ListAsync(new UnknownModelFilter { WithKnown = true }, models.Book, Token)).Models;

        Assert.DoesNotContain(usual, model => model.Code == known);
        Assert.Equal("google/sunfish", whole.Single(model => model.Code == known).KnownAs);
        Assert.Null(whole.Single(model => model.Code == unknown).KnownAs);
    }

    [Fact]
    public async Task A_code_is_not_shown_for_another_phone_that_was_plugged_in_meanwhile()
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = null where phone_id = $1", phone);
        await database.RunAsync("""update port set facts = '{"getvar.product": "quick"}' where phone_id = $1""", phone);
        var path = await PathOfAsync(phone);

        await StoreWith(() =>
        {
            database.RunAsync("update port set phone_id = null, seen_at = seen_at + interval '1 second' where path = $1", path).Wait(Token);
            return ModelCode.New();
        }).SeenAsync(MigratedDatabase.Station, [path], Token);

        Assert.Equal("", await database.ReadAsync<string>("select coalesce(unknown_model, '') from port where path = $1", path));
    }

    [Fact]
    public async Task What_nobody_asked_about_for_180_days_is_forgotten()
    {
        var forgotten = await CodeOfAsync(await SeeAsync("""{"getvar.product": "old"}"""));
        _time.Advance(TimeSpan.FromDays(100));
        var phone = await SeeAsync("""{"getvar.product": "asked-again"}""");
        var code = await CodeOfAsync(phone);
        _time.Advance(TimeSpan.FromDays(100));
        await Store.ForgetOldAsync(Token);

        Assert.Equal(RefusalKind.NotFound, (await Store.FindAsync(forgotten, Token)).Refusal!.Kind);
        Assert.True((await Store.FindAsync(code, Token)).IsGranted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZZZZZZ")]
    [InlineData("7KQ2Z\0")]
    public async Task A_code_under_which_nothing_is_kept_is_refused(string code)
    {
        Assert.Equal(RefusalKind.NotFound, (await Store.FindAsync(code, Token)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Store.HandleAsync(code, "Camille", Token)).Refusal!.Kind);
    }

    private UnknownModelStore StoreWith(Func<string> newCode) => new(database.Source, Options.Create(new FleetOptions()), _time, newCode);

    private async Task<string> SeeNumberedAsync(int number) =>
        await CodeOfAsync(await SeeAsync($$"""{"getvar.product": "numbered-{{number}}"}"""));

    private async Task<string> SeeNumberedLaterAsync(int number)
    {
        _time.Advance(TimeSpan.FromMicroseconds(1));
        return await SeeNumberedAsync(number);
    }

    private async Task<Guid> SeeAsync(string facts, UnknownModelStore? store = null)
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = null where phone_id = $1", phone);
        await SeeAsync(phone, facts, store);
        return phone;
    }

    private async Task SeeAsync(Guid phone, string facts, UnknownModelStore? store = null)
    {
        await database.RunAsync("update port set facts = $2::jsonb where phone_id = $1", phone, facts);
        await (store ?? Store).SeenAsync(MigratedDatabase.Station, [await PathOfAsync(phone)], Token);
    }

    private Task<string> PathOfAsync(Guid phone) => database.ReadAsync<string>("select path from port where phone_id = $1", phone);

    private Task<string> CodeOfAsync(Guid phone) =>
        database.ReadAsync<string>("select coalesce(unknown_model, '') from phone where phone_id = $1", phone);
}
