using Espero.EndToEnd.Tests.Site;
using Espero.Testing.Servers;

namespace Espero.EndToEnd.Tests;

public sealed class LateOrchestratorTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_station_started_before_its_orchestrator_keeps_trying_and_links_when_it_is_there()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await EsperoSite.CreateAsync((await FreshBus.CreateAsync(token)).Address, token);
        var phone = site.AddPhone();
        phone.Start();
        var station = site.AddStation("left", phone);
        station.Start();
        await site.UntilAsync(
            "the station says that it could not link",
            _ => Task.FromResult(station.Output.Contains("tries again by itself", StringComparison.Ordinal)),
            Limit,
            token);

        await site.StartOrchestratorAsync(token);

        var job = await site.ReleaseAndFlashAsync(phone, token);
        await site.UntilJobIsAsync(job, "written", Limit, token);
        await RecordedOnce.AssertAsync(site.Records, job, token);
    }
}
