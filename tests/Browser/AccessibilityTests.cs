using Espero.Orchestrator.Host.Tests.Dashboard;
using Microsoft.Playwright;

namespace Espero.Browser.Tests;

public sealed class AccessibilityTests : IAsyncLifetime
{
    private readonly DashboardServer _server = new();
    private Chromium? _chromium;
    private SeededScene? _scene;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _scene = await SeededScene.CreateAsync(_server, Cancelled);
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("fr-FR", ColorScheme.Light)]
    [InlineData("en-GB", ColorScheme.Dark)]
    public async Task Every_page_can_be_used_by_everybody(string locale, ColorScheme scheme)
    {
        string[] paths = ["/", $"/jobs/{_scene!.RunningJob}", $"/jobs/{_scene.FailedJob}", $"/?requeue={_scene.FailedJob}"];
        var page = await _chromium!.Browser.NewPageAsync(new() { Locale = locale, ColorScheme = scheme });
        var found = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(_server.Address, path).ToString());
            found.AddRange((await Axe.FindAsync(page, Cancelled)).Select(line => $"{path}: {line}"));
        }

        Assert.Empty(found);
    }
}
