using Microsoft.Playwright;

namespace Espero.Browser.Tests;

public sealed class LivePageTests : BrowserScene
{
    private const string Wake = "select pg_notify('espero_dispatch', 'lyon')";
    private const float LimitMilliseconds = 8000;

    private readonly List<string> _complaints = [];
    [Fact]
    public async Task A_page_shows_a_change_without_being_reloaded()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("window.stillTheSamePage = true");
        await Scene.Site.RunAsync($"update job set state = 'written', proof = 'seen-on-usb' where job_id = '{Scene.RunningJob}'; {Wake}", Cancelled);
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
        await Scene.Site.RunAsync($"update job set state = 'failed', failure_class = 'battery-low' where job_id = '{Scene.RunningJob}'; {Wake}", Cancelled);
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
        await page.GotoAsync(Server.Address.ToString());
        await page.WaitForFunctionAsync("performance.getEntriesByType('resource').length >= 3");

        Assert.InRange(addresses.Count, 1, 6); // the live page reads its own address again: once is what a visitor pays
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        Assert.InRange(
            await page.EvaluateAsync<int>("[...performance.getEntriesByType('resource').filter(entry => entry.initiatorType !== 'fetch'), ...performance.getEntriesByType('navigation')].reduce((sum, entry) => sum + entry.transferSize, 0)"),
            1, 60_000);
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("/verdict")]
    [InlineData("/verdict?model=vega")]
    [InlineData("/verdict?model=W-A-NAME-THAT-IS-MUCH-LONGER-THAN-ANY-SMALL-SCREEN-AND-HAS-NO-BLANK-AT-ALL-IN-IT")]
    [InlineData("/unknown-models")]
    public async Task No_page_is_wider_than_a_small_screen(string path)
    {
        await Scene.AddUnknownModelAsync("7KQ2ZD", Cancelled);
        var page = await NewPageAsync();
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(new Uri(Server.Address, path).ToString());

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        Assert.DoesNotContain(_complaints, complaint => !complaint.Contains("400", StringComparison.Ordinal));
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await NewPageAsync();
        await page.GotoAsync(new Uri(Server.Address, path).ToString());
        return page;
    }

    private async Task<IPage> NewPageAsync()
    {
        var page = await Chromium.Browser.NewPageAsync(new() { Locale = "fr-FR" });
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
