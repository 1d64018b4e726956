using System.Net;
using Espero.Orchestrator.Dashboard.Public;
using Microsoft.AspNetCore.Http;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>Where visitors are let in: they see one page, and cannot ask without end.</summary>
public sealed class PublicFaceTests : IAsyncLifetime
{
    private readonly DashboardServer _server = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/verdict")]
    [InlineData("/verdict?model=vega")]
    [InlineData("/v1/verdict?model=vega")]
    [InlineData("/assets/site.css")]
    [InlineData("/assets/icons.svg")]
    [InlineData("/assets/favicon.svg")]
    public async Task Visitors_get_the_verdict_and_what_it_is_drawn_with(string address) =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, address));

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/unlocks")]
    [InlineData("GET", "/unknown-models")]
    [InlineData("GET", "/events")]
    [InlineData("GET", "/assets/live.js")]
    [InlineData("GET", "/verdict/")]
    [InlineData("GET", "/VERDICT")]
    [InlineData("GET", "/v1/server")]
    [InlineData("GET", "/v1/phones")]
    [InlineData("GET", "/v1/verdict?phone_id=0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77")]
    [InlineData("GET", "/v1/verdict?model=vega&phoneId=0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("POST", "/v1/jobs")]
    [InlineData("POST", "/verdict")]
    [InlineData("POST", "/requeue")]
    public async Task Everything_else_is_not_there(string method, string address) =>
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new HttpMethod(method), address));

    [Theory]
    [InlineData("/verdict?model=lyra")]
    [InlineData("/v1/verdict?model=lyra")]
    public async Task No_account_of_the_book_is_named_to_visitors(string address)
    {
        await using var account = _server.Database.CreateCommand(
            "insert into unlock_account values (gen_random_uuid(), 'xiaomi', 'Secretbook', 'Camille Durand', now())");
        await account.ExecuteNonQueryAsync(Cancelled);
        using var visitor = _server.Visitor("fr");

        var answer = await visitor.GetStringAsync(new Uri(address, UriKind.Relative), Cancelled);

        Assert.Contains("Xiaomi", answer, StringComparison.Ordinal);
        Assert.Contains("avec un compte chez lui", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Secretbook", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_maker_is_written_as_it_writes_itself()
    {
        using var visitor = _server.Visitor("fr");

        var answer = await visitor.GetStringAsync(new Uri("/verdict?model=Ocean", UriKind.Relative), Cancelled);

        Assert.Contains("HTC Ocean (ocean1)", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_without_end_is_told_to_wait()
    {
        using var visitor = _server.Visitor("fr");
        HttpResponseMessage answer;
        var asked = 0;
        do
        {
            answer = await visitor.GetAsync(new Uri("/verdict?model=vega", UriKind.Relative), Cancelled);
        }
        while (answer.StatusCode is HttpStatusCode.OK && ++asked < 1000);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(asked, VisitorLimit.AtOnce, 999);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Attendez dix secondes", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "/assets/site.css"));
    }

    [Fact]
    public async Task Visitors_behind_one_proxy_of_this_machine_do_not_use_up_each_others_questions()
    {
        for (var asked = 0; asked <= VisitorLimit.AtOnce; asked++)
        {
            await StatusAsync(HttpMethod.Get, "/verdict", forwardedFor: "198.51.100.7");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(HttpMethod.Get, "/verdict", forwardedFor: "203.0.113.9, 198.51.100.7"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "/verdict", forwardedFor: "198.51.100.8"));
    }

    [Fact]
    public void A_stranger_cannot_say_that_he_is_somebody_else() =>
        Assert.Equal(VisitorLimit.VisitorOf(From("198.51.100.7", "")), VisitorLimit.VisitorOf(From("198.51.100.7", "203.0.113.9")));

    [Fact]
    public void All_addresses_of_one_household_are_one_visitor() =>
        Assert.Equal(VisitorLimit.VisitorOf(From("2001:db8:1:2::3", "")), VisitorLimit.VisitorOf(From("2001:db8:1:2:ffff::9", "")));

    private static DefaultHttpContext From(string peer, string forwardedFor)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Headers["X-Forwarded-For"] = forwardedFor;
        return context;
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, string address, string? forwardedFor = null)
    {
        using var visitor = _server.Visitor("fr");
        using var request = new HttpRequestMessage(method, new Uri(_server.PublicAddress, address));
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var answer = await visitor.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
