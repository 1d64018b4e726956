namespace Espero.Orchestrator.Host.Tests.Dashboard;

public sealed class PageEventsTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8); // shorter than the tick, which would hide a lost change
    private readonly DashboardServer _server = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_open_page_hears_that_something_changed()
    {
        using var client = _server.Client("fr");
        using var reader = await OpenAsync(client);
        _server.Feed.Changed();

        Assert.Equal("event: changed", await NextEventAsync(reader));
    }

    [Fact]
    public async Task Listening_ends_when_the_orchestrator_stops()
    {
        using var client = _server.Client("fr");
        using var reader = await OpenAsync(client);
        await _server.StopAsync(Cancelled).WaitAsync(Limit, Cancelled);

        Assert.Null(await NextEventAsync(reader));
    }

    private static async Task<StreamReader> OpenAsync(HttpClient client)
    {
        var reader = new StreamReader(await client.GetStreamAsync(new Uri("/events", UriKind.Relative), Cancelled));
        Assert.Equal("event: hello", await NextEventAsync(reader));
        return reader;
    }

    private static async Task<string?> NextEventAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(Cancelled).AsTask().WaitAsync(Limit, Cancelled) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
