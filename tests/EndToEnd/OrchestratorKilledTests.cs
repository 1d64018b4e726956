using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

public sealed class OrchestratorKilledTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    // Some ten seconds for one phone: long enough that all eight are in the middle at once.
    private const string SlowPhone = "3000000";

    [Fact]
    public async Task An_orchestrator_killed_while_eight_phones_are_written_costs_no_phone_and_no_outcome()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await EsperoSite.StartAsync(token);
        var phones = Enumerable.Range(0, 8).Select(_ => site.AddPhone()).ToArray();
        foreach (var phone in phones)
        {
            phone.Start("--rate", SlowPhone);
        }

        SiteProgram[] stations = [site.AddStation("left", phones[..4]), site.AddStation("right", phones[4..])];
        foreach (var station in stations)
        {
            station.Start();
        }

        foreach (var phone in phones)
        {
            await site.RecognisedAsync(phone, token);
        }

        var jobs = await Task.WhenAll(phones.Select(phone => site.ReleaseAndFlashAsync(phone, token)));
        await Task.WhenAll(jobs.Select(job => site.UntilSystemIsBeingSentAsync(job, Limit, token)));
        foreach (var job in jobs)
        {
            Assert.Equal("granted", await site.Records.StateAsync(job, token));
        }

        await site.Orchestrator.KillAsync(token);
        await site.UntilAsync("all eight end while the orchestrator is away", _ => Task.FromResult(AllEnded(stations, jobs)), Limit, token);
        foreach (var job in jobs)
        {
            Assert.Equal(0, await site.Records.CountFactsAsync(job, "AttemptEnded", token));
        }

        await site.StartOrchestratorAsync(token);
        foreach (var job in jobs)
        {
            await site.UntilJobIsAsync(job, "written", Limit, token);
        }

        foreach (var job in jobs)
        {
            await RecordedOnce.AssertAsync(site.Records, job, token);
        }

        Assert.All(phones, phone => Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("system_a"), site.Build.System)));
    }

    private static bool AllEnded(SiteProgram[] stations, Guid[] jobs)
    {
        var told = string.Concat(stations.Select(station => station.Output));
        return jobs.All(job => told.Contains($"{job}/1 ended", StringComparison.Ordinal));
    }
}
