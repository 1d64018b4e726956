using System.Net;
using System.Text.RegularExpressions;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>The page of what to ask makers for, and its forms, as they come without any JavaScript.</summary>
public sealed partial class UnlocksPageTests : IAsyncLifetime
{
    private readonly DashboardServer _server = new();
    private SeededScene? _scene;
    private Guid _phone;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _scene = await SeededScene.CreateAsync(_server, Cancelled);
        _phone = await _scene.AddLockedAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("fr", "Que demander aux fabricants")]
    [InlineData("en", "What to ask makers for")]
    public async Task The_page_lists_whom_to_ask_for_which_phone(string language, string title)
    {
        var page = await PageAsync(language);

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains($"/phones/{_phone}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_nothing_can_be_noted_as_asked_and_the_page_says_what_is_missing()
    {
        var page = await PageAsync("fr");

        Assert.Contains("Une personne en ouvre un et l'ajoute au carnet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/unlocks/asked\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_added_is_in_the_book_and_can_ask()
    {
        var page = await AddAccountAsync();

        Assert.Contains("Atelier 1", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/unlocks/asked\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_waits_for_the_maker_and_what_it_answers_ends_the_wait()
    {
        await AddAccountAsync();
        var asked = await SendAsync("/unlocks/asked", ("phone", $"{_phone}"), ("account", await AccountAsync()), ("by", "Camille"));
        Assert.Contains("Camille a demandé à Xiaomi avec le compte « Atelier 1 »", asked, StringComparison.Ordinal);

        var answered = await SendAsync("/unlocks/answered", ("phone", $"{_phone}"), ("answer", "given"), ("by", "Camille"));

        Assert.Contains("Aucun fabricant ne doit de réponse", answered, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("outcome = 'given'"));
    }

    [Fact]
    public async Task A_code_that_the_maker_gave_is_there_can_be_taken_back_and_is_shown_to_nobody()
    {
        var given = await SendAsync(
            "/unlocks/answered", ("phone", $"{_phone}"), ("answer", "given"), ("code", "MOTO47114711"), ("by", "Camille"));
        Assert.Contains("Un code est là depuis", given, StringComparison.Ordinal);
        Assert.DoesNotContain("MOTO47114711", given, StringComparison.Ordinal);

        var taken = await SendAsync("/unlocks/code/take-back", ("phone", $"{_phone}"), ("by", "Camille"));

        Assert.DoesNotContain("Un code est là depuis", taken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_maker_is_noted()
    {
        await AddAccountAsync();
        await SendAsync("/unlocks/asked", ("phone", $"{_phone}"), ("account", await AccountAsync()), ("by", "Camille"));

        await SendAsync("/unlocks/answered", ("phone", $"{_phone}"), ("answer", "refused"), ("by", "Camille"));

        Assert.Equal(1, await CountAsync("outcome = 'refused'"));
    }

    [Fact]
    public async Task A_date_that_has_passed_is_marked_as_overdue()
    {
        await AddAccountAsync();
        await SendAsync("/unlocks/asked", ("phone", $"{_phone}"), ("account", await AccountAsync()), ("by", "Camille"));
        await _scene!.Site.RunAsync(
            "update unlock_request set asked_at = now() - interval '9 days', due_at = now() - interval '1 day'", Cancelled);

        Assert.Contains("en retard", await PageAsync("fr"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unlocks/asked", "due", "tomorrow", "La date est illisible")]
    [InlineData("/unlocks/asked", "account", "", "ne déverrouille que pour un compte")]
    [InlineData("/unlocks/answered", "answer", "perhaps", "Rien ne dit ce que le fabricant a répondu")]
    [InlineData("/unlocks/answered", "answer", "given", "Aucune démarche en cours")]
    [InlineData("/unlocks/accounts", "name", "camille@example.org", "pas son adresse")]
    public async Task What_cannot_be_noted_is_refused_with_what_to_do(string address, string field, string value, string sentence)
    {
        var page = await SendAsync(address, ("phone", $"{_phone}"), ("vendor", "xiaomi"), ("by", "Camille"), (field, value));

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("true"));
    }

    [Fact]
    public async Task A_form_that_is_not_ours_does_nothing()
    {
        await SendAsync("/unlocks/accounts", ("form", "forged"), ("vendor", "xiaomi"), ("name", "Atelier 1"), ("by", "Camille"));

        Assert.Equal(0, await _scene!.Site.CountAsync("select count(*) from unlock_account", Cancelled));
    }

    private Task<string> AddAccountAsync() =>
        SendAsync("/unlocks/accounts", ("vendor", "xiaomi"), ("name", "Atelier 1"), ("by", "Camille"));

    private async Task<string> AccountAsync() => AccountPattern().Match(await PageAsync("fr")).Groups["id"].Value;

    private Task<int> CountAsync(string condition) =>
        _scene!.Site.CountAsync($"select count(*) from unlock_request where {condition}", Cancelled);

    private async Task<string> PageAsync(string language)
    {
        using var client = _server.Client(language);
        return Plain(await client.GetStringAsync(new Uri("/unlocks", UriKind.Relative), Cancelled));
    }

    private async Task<string> SendAsync(string address, params (string Field, string Value)[] fields)
    {
        using var client = _server.Client("fr");
        var page = await client.GetStringAsync(new Uri("/unlocks", UriKind.Relative), Cancelled);
        var sent = new Dictionary<string, string> { ["form"] = TokenPattern().Match(page).Groups["token"].Value };
        foreach (var (field, value) in fields)
        {
            sent[field] = value;
        }

        using var content = new FormUrlEncodedContent(sent);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancelled);
        return Plain(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static string Plain(string page) => WebUtility.HtmlDecode(page).Replace('\u00a0', ' ');

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("<option value=\"(?<id>[0-9a-f-]{36})\"")]
    private static partial Regex AccountPattern();
}
