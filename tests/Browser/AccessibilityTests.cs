using Microsoft.Playwright;

namespace Espero.Browser.Tests;

public sealed class AccessibilityTests : BrowserScene
{
    [Theory]
    [InlineData("fr-FR", ColorScheme.Light)]
    [InlineData("en-GB", ColorScheme.Dark)]
    public async Task Every_page_can_be_used_by_everybody(string locale, ColorScheme scheme)
    {
        var hands = await Scene.AddHandsAsync(Cancelled);
        var unknown = await Scene.AddUnknownModelAsync("7KQ2ZD", Cancelled);
        await Scene.AddLockedAsync(Cancelled);
        string[] paths =
        [
            "/", $"/jobs/{Scene.RunningJob}", $"/jobs/{Scene.FailedJob}", $"/?requeue={Scene.FailedJob}", $"/jobs/{hands}",
            $"/phones/{unknown}", "/unknown-models", "/unlocks",
            "/verdict", "/verdict?model=", "/verdict?model=vega", "/verdict?model=lyra", "/verdict?model=corvus", "/verdict?model=draco",
            "/verdict?model=gemini", "/verdict?model=vega%203%20plus", "/verdict?model=nothing-like-it",
        ];
        var page = await Chromium.Browser.NewPageAsync(new() { Locale = locale, ColorScheme = scheme });
        var found = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(new Uri(Server.Address, path).ToString());
            found.AddRange((await Axe.FindAsync(page, Cancelled)).Select(line => $"{path}: {line}"));
        }

        Assert.Empty(found);
    }
}
