using Espero.Station.Host.Tests.Journal;
using Espero.Station.Journal;
using Espero.Station.Run;
using Espero.Station.V1;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Run;

public sealed class LogKeeperTests : IDisposable
{
    private static readonly AttemptId Old = new("01890000-0000-7000-8000-00000000000a", 1);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_goes_thirty_days_after_its_attempt_when_all_is_acknowledged()
    {
        await using var journal = await JournalWithAnOldAttemptAsync();

        journal.Recorded(journal.LastSequence);
        _time.Advance(TimeSpan.FromDays(31));
        await journal.WriteAsync(JournalRig.Prepared("later"), Stop);
        Tidy(journal);

        Assert.False(File.Exists(LogOf(Old)));
    }

    [Theory]
    [InlineData(true, 29)]
    [InlineData(false, 400)]
    public async Task A_younger_one_and_one_that_is_not_acknowledged_stay(bool acknowledged, int days)
    {
        await using var journal = await JournalWithAnOldAttemptAsync();

        journal.Recorded(acknowledged ? journal.LastSequence : 0);
        _time.Advance(TimeSpan.FromDays(days));
        await journal.WriteAsync(JournalRig.Prepared("later"), Stop);
        Tidy(journal);

        Assert.True(File.Exists(LogOf(Old)));
    }

    [Fact]
    public async Task The_log_of_an_attempt_that_is_not_over_stays()
    {
        await using var journal = await JournalWithAnOldAttemptAsync();
        await journal.WriteAsync(JournalRig.Begun(JournalRig.Attempt), Stop);
        File.WriteAllText(LogOf(JournalRig.Attempt), "still at it");

        Tidy(journal);

        Assert.True(File.Exists(LogOf(JournalRig.Attempt)));
    }

    public void Dispose() => _folder.Dispose();

    private void Tidy(StationJournal journal)
    {
        using var keeper = new LogKeeper(
            journal, new RunOptions { LogDirectory = _folder.Path }, _time, NullLogger<LogKeeper>.Instance);
        keeper.Tidy();
    }

    // Followed by enough to close the file in which it is.
    private async Task<StationJournal> JournalWithAnOldAttemptAsync()
    {
        var journal = JournalRig.Open(new LossyDisk(), new JournalOptions { SegmentBytes = 4096 }, _time);
        await journal.WriteAsync(JournalRig.Begun(Old), Stop);
        await journal.WriteAsync(new Fact { AttemptEnded = new AttemptEnded { Attempt = Old.ToKey() } }, Stop);
        File.WriteAllText(LogOf(Old), "what happened");
        for (var i = 0; i < 200; i++)
        {
            await journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);
        }

        return journal;
    }

    private string LogOf(AttemptId attempt) => _folder.In(AttemptLog.FileNameOf(attempt));
}
