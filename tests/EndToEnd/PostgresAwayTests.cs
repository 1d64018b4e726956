using System.Net;
using Espero.EndToEnd.Tests.Site;
using Espero.Testing.Servers;

namespace Espero.EndToEnd.Tests;

public sealed class PostgresAwayTests
{
    private const int ExitUnreachable = 6;
    private const string SlowPhone = "3000000";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_database_killed_while_phones_are_written_costs_no_phone_and_no_outcome()
    {
        var token = TestContext.Current.CancellationToken;
        var postgres = await OwnPostgres.StartNewAsync(token);
        await using var site = await EsperoSite.StartAsync(postgres, token);
        TrialPhone[] phones = [site.AddPhone(), site.AddPhone()];
        foreach (var phone in phones)
        {
            phone.Start("--rate", SlowPhone);
        }

        var station = site.AddStation("left", phones);
        station.Start();
        var jobs = await Task.WhenAll(phones.Select(phone => site.ReleaseAndFlashAsync(phone, token)));
        await Task.WhenAll(jobs.Select(job => site.UntilSystemIsBeingSentAsync(job, Limit, token)));

        postgres.Kill();
        await PagesSayThatTheDatabaseIsAwayAsync(site, token);
        await ProgramsAreToldThatTheDatabaseIsAwayAsync(site, token);
        await site.UntilAsync("both end while the database is away", _ => Task.FromResult(AllEnded(station, jobs)), Limit, token);
        Assert.True(site.Orchestrator.IsRunning, "The orchestrator waits for its database; it does not end.");

        await postgres.StartAsync(token);
        site.Records.Reconnect();
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

    private static async Task PagesSayThatTheDatabaseIsAwayAsync(EsperoSite site, CancellationToken cancellationToken)
    {
        using var browser = EnglishReader(site);
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative), cancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(cancellationToken);
        Assert.Contains("database does not answer", page, StringComparison.Ordinal);
    }

    private static async Task ProgramsAreToldThatTheDatabaseIsAwayAsync(EsperoSite site, CancellationToken cancellationToken)
    {
        using var program = EnglishReader(site);
        using var answer = await program.GetAsync(new Uri("/v1/jobs", UriKind.Relative), cancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("cannot reach its database", await answer.Content.ReadAsStringAsync(cancellationToken), StringComparison.Ordinal);

        var command = await site.Command.TryAsync(cancellationToken, "jobs");
        Assert.Equal(ExitUnreachable, command.ExitCode);
        Assert.Contains("cannot reach its database", command.Output, StringComparison.Ordinal);
    }

    private static HttpClient EnglishReader(EsperoSite site) =>
        new() { BaseAddress = site.PagesAddress, DefaultRequestHeaders = { { "Accept-Language", "en" } } };

    private static bool AllEnded(SiteProgram station, Guid[] jobs) =>
        jobs.All(job => station.Output.Contains($"{job}/1 ended", StringComparison.Ordinal));
}
