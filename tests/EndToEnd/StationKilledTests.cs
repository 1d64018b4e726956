using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

public sealed class StationKilledTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private const string SlowPhone = "4000000";

    [Fact]
    public async Task A_station_killed_in_the_middle_leaves_the_job_to_a_person_and_never_runs_it_again_by_itself()
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await EsperoSite.StartAsync(token);
        var phone = site.AddPhone();
        phone.Start("--rate", SlowPhone);
        var station = site.AddStation("left", phone);
        station.Start();
        var job = await site.ReleaseAndFlashAsync(phone, token);
        await site.UntilSystemIsBeingSentAsync(job, Limit, token);

        await station.KillAsync(token);
        var halfWritten = PhoneContents.Of(phone);
        station.Start();

        await site.UntilJobIsAsync(job, "interrupted", Limit, token);
        await site.UntilAsync("the station is linked again", _ => Task.FromResult(HasLinked(station)), Limit, token);
        // Its phone is seen and asked anew after the interruption: whatever wanted to write it by itself would have begun.
        await site.Command.AskAsync(token, "inspect", $"{job}", "--by", EsperoCommand.Person);
        await site.UntilJobIsAsync(job, "failed", Limit, token);
        Assert.Equal("interrupted", await site.Records.FailureClassAsync(job, token));
        Assert.Equal(halfWritten, PhoneContents.Of(phone));
        Assert.Equal(1, await site.Records.EpochAsync(job, token));
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptBegun", token));
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptInterrupted", token));
        Assert.Equal(0, await site.Records.CountFactsAsync(job, "AttemptEnded", token));

        await site.Command.RequeueAsync(job, token);
        await site.UntilJobIsAsync(job, "written", Limit, token);
        Assert.Equal(2, await site.Records.EpochAsync(job, token));
        Assert.Equal(2, await site.Records.CountFactsAsync(job, "AttemptBegun", token));
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptEnded", token));
        Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("system_a"), site.Build.System));
    }

    private static bool HasLinked(SiteProgram station) =>
        station.OutputOfThisLife.Contains("The station was linked to", StringComparison.Ordinal);
}
