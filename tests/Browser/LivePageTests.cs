using Espero.Orchestrator.Host.Tests.Dashboard;
using Microsoft.Playwright;

namespace Espero.Browser.Tests;

public sealed class LivePageTests : IAsyncLifetime
{
    private const string Wake = "select pg_notify('espero_dispatch', 'lyon')";
    private const float LimitMilliseconds = 8000;

    private readonly DashboardServer _server = new();
    private readonly List<string> _complaints = [];
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

    [Fact]
    public async Task A_page_shows_a_change_without_being_reloaded()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("window.stillTheSamePage = true");
        await _scene!.Site.RunAsync($"update job set state = 'written', proof = 'seen-on-usb' where job_id = '{_scene.RunningJob}'; {Wake}", Cancelled);
        await page.WaitForSelectorAsync("#running .calm", new() { Timeout = LimitMilliseconds });

        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSamePage"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_half_typed_form_survives_a_change()
    {
        var page = await OpenAsync("/");
        await page.ClickAsync("#summary-cable-lost");
        await page.FillAsync("#reason-cable-lost", "câble");
        await _scene!.Site.RunAsync($"update job set state = 'failed', failure_class = 'battery-low' where job_id = '{_scene.RunningJob}'; {Wake}", Cancelled);
        await page.WaitForSelectorAsync("#running .calm", new() { Timeout = LimitMilliseconds });

        Assert.Equal("câble", await page.InputValueAsync("#reason-cable-lost"));
        Assert.Equal("reason-cable-lost", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_page_is_light_and_fits_a_small_screen()
    {
        var addresses = new HashSet<string>();
        var page = await NewPageAsync();
        page.Request += (_, request) => addresses.Add(request.Url);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(_server.Address.ToString());
        await page.WaitForFunctionAsync("performance.getEntriesByType('resource').length >= 3");

        Assert.InRange(addresses.Count, 1, 6); // the live page reads its own address again: once is what a visitor pays
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        Assert.InRange(
            await page.EvaluateAsync<int>("[...performance.getEntriesByType('resource').filter(entry => entry.initiatorType !== 'fetch'), ...performance.getEntriesByType('navigation')].reduce((sum, entry) => sum + entry.transferSize, 0)"),
            1, 60_000);
        Assert.Empty(_complaints);
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await NewPageAsync();
        await page.GotoAsync(new Uri(_server.Address, path).ToString());
        return page;
    }

    private async Task<IPage> NewPageAsync()
    {
        var page = await _chromium!.Browser.NewPageAsync(new() { Locale = "fr-FR" });
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, message) => _complaints.Add(message);
        return page;
    }
}
