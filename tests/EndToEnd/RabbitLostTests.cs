using Espero.EndToEnd.Tests.Site;
using Espero.Testing.Servers;

namespace Espero.EndToEnd.Tests;

public sealed class RabbitLostTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(30);
    private const string SlowPhone = "3000000";

    [Fact]
    public async Task A_broker_that_is_away_for_half_a_minute_and_loses_its_disk_loses_no_outcome()
    {
        var token = TestContext.Current.CancellationToken;
        await using var rabbit = await OwnRabbit.StartNewAsync(token);
        await using var site = await EsperoSite.StartAsync(rabbit.Address, token);
        TrialPhone[] phones = [site.AddPhone(), site.AddPhone(), site.AddPhone()];
        foreach (var phone in phones)
        {
            phone.Start("--rate", SlowPhone);
        }

        var station = site.AddStation("left", phones);
        station.Start();
        var jobs = await Task.WhenAll(phones.Select(phone => site.ReleaseAndFlashAsync(phone, token)));
        await Task.WhenAll(jobs.Select(job => site.UntilSystemIsBeingSentAsync(job, Limit, token)));

        await rabbit.WipeAsync(token);
        // The fault itself lasts this long.
        await Task.Delay(Away, TimeProvider.System, token);
        Assert.All(jobs, job => Assert.Contains($"{job}/1 ended", station.Output, StringComparison.Ordinal));
        foreach (var job in jobs)
        {
            Assert.Equal(0, await site.Records.CountFactsAsync(job, "AttemptEnded", token));
        }

        await rabbit.StartAsync(token);
        foreach (var job in jobs)
        {
            await site.UntilJobIsAsync(job, "written", Limit, token);
        }

        foreach (var job in jobs)
        {
            await RecordedOnce.AssertAsync(site.Records, job, token);
        }
    }
}
