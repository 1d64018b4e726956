using System.Net;
using System.Text.RegularExpressions;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>As a browser without script would do it: read the page, send its form, follow the redirect.</summary>
public sealed partial class RequeueFormTests : IAsyncLifetime
{
    private readonly DashboardServer _server = new();
    private SeededScene? _scene;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _scene = await SeededScene.CreateAsync(_server, Cancelled);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Sending_the_form_requeues_and_shows_the_result()
    {
        using var client = _server.Client("fr");
        var page = await SendAsync(client, await FormAsync(client), [_scene!.FailedJob, _scene.OtherFailedJob]);

        Assert.Contains("2 téléphones relancés", page);
        Assert.Contains("Motif\u00a0: câble changé", page);
        Assert.Equal(2, await EventsAsync());
    }

    [Fact]
    public async Task Sending_the_same_form_twice_requeues_once()
    {
        using var client = _server.Client("fr");
        var form = await FormAsync(client);
        var first = await SendAsync(client, form, [_scene!.FailedJob]);
        var second = await SendAsync(client, form, [_scene.FailedJob]);

        Assert.Contains("1 téléphone relancé", first);
        Assert.Contains("1 téléphone relancé", second);
        Assert.Equal(1, await EventsAsync());
    }

    [Fact]
    public async Task A_phone_that_may_not_be_requeued_is_named_with_its_reason()
    {
        using var client = _server.Client("fr");
        var page = await SendAsync(client, await FormAsync(client), [_scene!.FailedJob, _scene.RunningJob]);

        Assert.Contains("1 téléphone relancé", page);
        Assert.Contains("1 téléphone non relancé", page);
        Assert.Contains("seules les demandes ratées ou écrites peuvent être relancées", page);
    }

    [Fact]
    public async Task A_form_without_a_reason_keeps_what_was_typed()
    {
        using var client = _server.Client("fr");
        var page = await SendAsync(client, await FormAsync(client), [_scene!.FailedJob], reason: "");

        Assert.Contains("Aucun motif n'est donné", page);
        Assert.Contains("value=\"Camille\"", page);
        Assert.Equal(0, await EventsAsync());
    }

    [Fact]
    public async Task A_form_that_is_not_ours_does_nothing()
    {
        using var client = _server.Client("fr");
        var page = await SendAsync(client, await FormAsync(client) with { Token = "forged" }, [_scene!.FailedJob]);

        Assert.Contains("Rien n'a été relancé", page);
        Assert.Equal(0, await EventsAsync());
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_form_sent_from_another_site_is_refused(string header, string value)
    {
        using var client = _server.Client("fr");
        var form = await FormAsync(client);
        client.DefaultRequestHeaders.Add(header, value);
        using var answer = await client.PostAsync(new Uri("/requeue", UriKind.Relative), Content(form, [_scene!.FailedJob], "x"), Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await EventsAsync());
    }

    [Fact]
    public async Task Only_forms_are_taken()
    {
        using var client = _server.Client("fr");
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/requeue", UriKind.Relative), json, Cancelled);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    private static async Task<string> SendAsync(HttpClient client, Form form, Guid[] jobs, string reason = "câble changé")
    {
        using var answer = await client.PostAsync(new Uri("/requeue", UriKind.Relative), Content(form, jobs, reason), Cancelled);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static FormUrlEncodedContent Content(Form form, Guid[] jobs, string reason) => new(
    [
        new("form", form.Token), new("key", form.Key), new("reason", reason), new("by", "Camille"),
        .. jobs.Select(job => new KeyValuePair<string, string>("job", job.ToString())),
    ]);

    private static async Task<Form> FormAsync(HttpClient client)
    {
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancelled);
        return new Form(TokenField().Match(page).Groups[1].Value, KeyField().Match(page).Groups[1].Value);
    }

    private Task<int> EventsAsync() => _scene!.Site.CountAsync("select count(*) from job_event where trigger = 'requeue'", Cancelled);

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex KeyField();

    private sealed record Form(string Token, string Key);
}
