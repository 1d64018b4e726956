using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

public sealed class StationStoppedTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);
    private const string SlowPhone = "4000000";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ctrl-C")]
    [InlineData("TERM")]
    public async Task A_station_told_to_stop_finishes_the_phone_it_is_writing(string signal)
    {
        await using var site = await EsperoSite.StartAsync(Token);
        var (phone, station, job) = await WriteAsync(site);

        Send(signal, station);

        Assert.Equal(0, await station.WaitForExitAsync(Limit, Token));
        Assert.Contains($"The station stops when the phones on {phone.Address} are done", station.Output, StringComparison.Ordinal);
        Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("system_a"), site.Build.System));
        await site.UntilJobIsAsync(job, "written", Limit, Token);
        await RecordedOnce.AssertAsync(site.Records, job, Token);
    }

    [Theory]
    [InlineData("Ctrl-C")]
    [InlineData("TERM")]
    public async Task A_second_signal_stops_at_once_and_the_next_start_calls_the_attempt_interrupted(string signal)
    {
        await using var site = await EsperoSite.StartAsync(Token);
        var (phone, station, job) = await WriteAsync(site);
        Send(signal, station);
        await site.UntilAsync("the station waits for its phone", _ => Says(station, "The station stops when"), Limit, Token);

        Send(signal, station);

        Assert.Equal(0, await station.WaitForExitAsync(AtOnce, Token));
        Assert.Contains($"although the phones on {phone.Address} were not done", station.Output, StringComparison.Ordinal);
        Assert.False(WrittenBlocks.AreExactly(phone.PartitionFile("system_a"), site.Build.System));
        Assert.Equal(0, await site.Records.CountFactsAsync(job, "AttemptEnded", Token));

        station.Start();
        await site.UntilJobIsAsync(job, "interrupted", Limit, Token);
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptInterrupted", Token));
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptBegun", Token));
    }

    private static async Task<(TrialPhone Phone, SiteProgram Station, Guid Job)> WriteAsync(EsperoSite site)
    {
        var phone = site.AddPhone();
        phone.Start("--rate", SlowPhone);
        var station = site.AddStation("left", phone);
        station.Start();
        var job = await site.ReleaseAndFlashAsync(phone, Token);
        await site.UntilSystemIsBeingSentAsync(job, Limit, Token);
        return (phone, station, job);
    }

    private static void Send(string signal, SiteProgram program)
    {
        if (signal == "TERM")
        {
            program.Terminate();
        }
        else
        {
            program.Interrupt();
        }
    }

    private static Task<bool> Says(SiteProgram program, string words) =>
        Task.FromResult(program.OutputOfThisLife.Contains(words, StringComparison.Ordinal));
}
