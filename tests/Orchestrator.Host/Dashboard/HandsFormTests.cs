using System.Net;
using System.Text.RegularExpressions;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>The page of a job whose attempt waits for a person.</summary>
public sealed partial class HandsFormTests : IAsyncLifetime
{
    private const string Keys = "keys-o-hdp-wkfastboot-r";
    private readonly DashboardServer _server = new();
    private SeededScene? _scene;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _scene = await SeededScene.CreateAsync(_server, Cancelled);
        await _scene.Site.HandsAsync(_scene.RunningJob, Keys, Cancelled);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_page_shows_what_to_do_and_which_keys_to_press()
    {
        using var client = _server.Client("fr");
        var page = WebUtility.HtmlDecode(await PageAsync(client));
        using var picture = await client.GetAsync(new Uri($"/keys/{Keys}.fr.svg", UriKind.Relative), Cancelled);

        Assert.Contains("Ce téléphone attend un geste", page, StringComparison.Ordinal);
        Assert.Contains($"/keys/{Keys}.fr.svg", page, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Touches à utiliser", await picture.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/keys/keys-%3Cscript%3E.fr.svg")]
    [InlineData("/keys/keys-o-hdp-wkfastboot-r.de.svg")]
    [InlineData("/keys/open-sideload.fr.svg")]
    public async Task A_picture_that_is_none_is_not_found(string address)
    {
        using var client = _server.Client("fr");
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_named_persons_word_is_kept_and_shown()
    {
        using var client = _server.Client("fr");
        var page = await SendAsync(client, by: "Camille");

        Assert.Contains("Camille a dit que c'est fait", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("send-hands", page, StringComparison.Ordinal);
        Assert.Equal(1, await SaidAsync());
    }

    [Fact]
    public async Task A_word_without_a_name_is_not_kept_and_the_page_says_why()
    {
        using var client = _server.Client("fr");
        var page = await SendAsync(client, by: " ");

        Assert.Contains("Aucun nom n'est donné", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(0, await SaidAsync());
    }

    [Fact]
    public async Task A_form_that_is_not_ours_does_nothing()
    {
        using var client = _server.Client("fr");
        await SendAsync(client, by: "Camille", token: "forged");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        await SendAsync(client, by: "Camille");

        Assert.Equal(0, await SaidAsync());
    }

    private Task<int> SaidAsync() => _scene!.Site.CountAsync("select count(*) from hands where said_by is not null", Cancelled);

    private Task<string> PageAsync(HttpClient client) =>
        client.GetStringAsync(new Uri($"/jobs/{_scene!.RunningJob}", UriKind.Relative), Cancelled);

    private async Task<string> SendAsync(HttpClient client, string by, string? token = null)
    {
        var page = await PageAsync(client);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["form"] = token ?? TokenPattern().Match(page).Groups["token"].Value,
            ["by"] = by,
        });
        using var answer = await client.PostAsync(new Uri($"/jobs/{_scene!.RunningJob}/hands", UriKind.Relative), content, Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenPattern();
}
