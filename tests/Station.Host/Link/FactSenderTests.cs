using Espero.Station.Host.Tests.Journal;
using Espero.Station.Journal;
using Espero.Station.Link;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Link;

public sealed class FactSenderTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private StationJournal _journal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _journal = JournalRig.Open(new DirectoryDisk(_folder.Path), time: _time);
        for (var i = 1; i <= 5; i++)
        {
            await _journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Facts_go_out_in_order_from_the_cursor_and_once()
    {
        using var facts = NewSender(after: 2);

        Assert.Equal([3, 4, 5], SequencesOf(facts));
        Assert.Empty(facts.Next());
    }

    [Fact]
    public void What_nobody_acknowledged_for_thirty_seconds_goes_out_again()
    {
        using var facts = NewSender(after: 0);
        facts.Next();
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(facts.Next());

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([1, 2, 3, 4, 5], SequencesOf(facts));
    }

    [Fact]
    public void An_acknowledgement_begins_the_wait_anew()
    {
        using var facts = NewSender(after: 0);
        facts.Next();
        _time.Advance(TimeSpan.FromSeconds(29));
        _journal.Recorded(3);
        facts.Next();
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(facts.Next());

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([4, 5], SequencesOf(facts));
    }

    [Fact]
    public void No_more_facts_are_on_their_way_than_the_orchestrator_holds()
    {
        using var facts = NewSender(after: 0, maxUnacknowledged: 5);
        facts.Next();
        Assert.Empty(facts.Next());

        _journal.Recorded(5);

        Assert.Empty(facts.Next()); // all were sent
    }

    private FactSender NewSender(ulong after, int maxUnacknowledged = 2048) =>
        new(_journal, after, new LinkOptions { MaxUnacknowledged = maxUnacknowledged }, _time);

    private static IEnumerable<int> SequencesOf(FactSender facts) => facts.Next().Select(fact => (int)fact.Sequence);
}
