using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

/// <summary>One station with three places for phones, each of which a test fills with a phone of its own trouble.</summary>
public sealed class OneStation : IAsyncLifetime
{
    internal EsperoSite Site { get; private set; } = null!;

    internal IReadOnlyList<TrialPhone> Phones { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Site = await EsperoSite.StartAsync(TestContext.Current.CancellationToken);
        Phones = [Site.AddPhone(), Site.AddPhone(), Site.AddPhone()];
        Site.AddStation("left", Phones).Start();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
