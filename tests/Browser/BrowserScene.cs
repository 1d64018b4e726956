using Espero.Orchestrator.Host.Tests.Dashboard;

namespace Espero.Browser.Tests;

/// <summary>A dashboard with a scene on it, and a Chromium to look at it with; new for each test.</summary>
public abstract class BrowserScene : IAsyncLifetime
{
    private Chromium? _chromium;
    private SeededScene? _scene;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal DashboardServer Server { get; } = new();

    internal SeededScene Scene => _scene!;

    internal Chromium Chromium => _chromium!;

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        _scene = await SeededScene.CreateAsync(Server, Cancelled);
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
