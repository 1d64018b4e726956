using System.Net;
using System.Text.RegularExpressions;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>What pages show of a phone whose model nobody knows: its code, and what the central team does about it.</summary>
public sealed partial class UnknownModelPagesTests : IAsyncLifetime
{
    private const string Code = "7KQ2ZD";
    private readonly DashboardServer _server = new();
    private SeededScene? _scene;
    private Guid _phone;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _scene = await SeededScene.CreateAsync(_server, Cancelled);
        _phone = await _scene.AddUnknownModelAsync(Code, Cancelled);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/unknown-models")]
    public async Task The_code_is_where_people_look(string address) =>
        Assert.Contains(Code, await PageAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task The_phones_own_page_shows_its_code_and_what_to_do_with_it()
    {
        var page = await PageAsync($"/phones/{_phone}");

        Assert.Contains(Code, page, StringComparison.Ordinal);
        Assert.Contains("Donnez le code à l'équipe centrale", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_known_phone_says_whether_it_can_be_freed()
    {
        var phone = await _scene!.Site.PhoneAsync("lyon-1", 12, "vega", "1212", Cancelled);
        await _scene.Site.RunAsync($"update phone set model = 'acme/vega' where phone_id = '{phone}'", Cancelled);

        Assert.Contains("free-yes", await PageAsync($"/phones/{phone}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_nobody_knows_has_no_page()
    {
        using var client = _server.Client("fr");
        using var answer = await client.GetAsync(new Uri($"/phones/{Guid.CreateVersion7()}", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_looks_after_a_model_is_kept_and_the_model_leaves_the_list()
    {
        var page = await HandleAsync("Camille");

        Assert.DoesNotContain(Code, page, StringComparison.Ordinal);
        Assert.Contains("Camille s'en occupe", await PageAsync("/unknown-models?handled=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_looks_after_a_model_without_a_name_or_by_a_forged_form()
    {
        Assert.Contains("Aucun nom n'est donné", await HandleAsync(" "), StringComparison.Ordinal);
        await HandleAsync("Camille", token: "forged");

        Assert.Equal(0, await _scene!.Site.CountAsync("select count(*) from unknown_model where handled_by is not null", Cancelled));
    }

    [Fact]
    public async Task A_page_that_the_list_never_offered_is_refused_with_the_way_back()
    {
        using var client = _server.Client("fr");
        using var answer = await client.GetAsync(new Uri("/unknown-models?after=nonsense", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "omettez-le pour la première page", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string address)
    {
        using var client = _server.Client("fr");
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancelled));
    }

    private async Task<string> HandleAsync(string by, string? token = null)
    {
        using var client = _server.Client("fr");
        var page = await client.GetStringAsync(new Uri("/unknown-models", UriKind.Relative), Cancelled);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["form"] = token ?? TokenPattern().Match(page).Groups["token"].Value,
            ["by"] = by,
        });
        using var answer = await client.PostAsync(new Uri($"/unknown-models/{Code}/handled", UriKind.Relative), content, Cancelled);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenPattern();
}
