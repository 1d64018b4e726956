namespace Espero.Station.Host.Tests.Journal;

public sealed class TornTailTests
{
    [Fact]
    public async Task A_journal_cut_at_any_byte_of_its_last_record_keeps_all_records_before_it()
    {
        var (whole, lastFrom) = await ThreeFactsAsync();

        for (var cut = lastFrom; cut < whole.Length; cut++)
        {
            var disk = DiskOf(whole[..cut]);
            await using var journal = JournalRig.Open(disk);

            Assert.Equal(["one", "two"], JournalRig.JobsAfter(journal, 0));
        }
    }

    [Fact]
    public async Task A_journal_with_any_flipped_bit_in_its_last_record_keeps_all_records_before_it()
    {
        var (whole, lastFrom) = await ThreeFactsAsync();

        for (var at = lastFrom; at < whole.Length; at++)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x10;
            await using var journal = JournalRig.Open(DiskOf(flipped));

            Assert.Equal(["one", "two"], JournalRig.JobsAfter(journal, 0));
        }
    }

    [Fact]
    public async Task A_cut_journal_goes_on_with_the_next_free_sequence()
    {
        var (whole, _) = await ThreeFactsAsync();
        var disk = DiskOf(whole[..^1]);
        await using (var journal = JournalRig.Open(disk))
        {
            Assert.Equal(3ul, await journal.WriteAsync(JournalRig.Prepared("again"), TestContext.Current.CancellationToken));
        }

        await using var reopened = JournalRig.Open(disk);
        Assert.Equal(["one", "two", "again"], JournalRig.JobsAfter(reopened, 0));
    }

    [Fact]
    public async Task Damage_before_whole_records_starts_a_new_numbering_with_what_is_still_readable()
    {
        var (whole, lastFrom) = await ThreeFactsAsync();
        whole[lastFrom - 3] ^= 0x01; // inside the second fact
        var disk = DiskOf(whole);
        var old = JournalRig.Open(DiskOf((await ThreeFactsAsync()).Whole)).Id;

        await using var journal = JournalRig.Open(disk);

        Assert.NotEqual(old, journal.Id);
        Assert.Equal(["one", "three"], JournalRig.JobsAfter(journal, 0));
        Assert.Equal(2ul, journal.LastSequence);
        Assert.Single(disk.Aside);
    }

    [Fact]
    public async Task A_journal_whose_only_file_was_being_made_when_the_power_went_starts_empty()
    {
        var (whole, _) = await ThreeFactsAsync();

        await using var journal = JournalRig.Open(DiskOf(whole[..5]));

        Assert.Equal(0ul, journal.LastSequence);
    }

    [Fact]
    public void Random_bytes_are_never_unreadable()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 600)];
            random.NextBytes(bytes);

            Assert.Equal(0ul, JournalRig.Open(DiskOf(bytes)).LastSequence);
        }
    }

    private static LossyDisk DiskOf(byte[] bytes)
    {
        var disk = new LossyDisk();
        disk.Replace("000000000001", bytes);
        return disk;
    }

    private static async Task<(byte[] Whole, int LastFrom)> ThreeFactsAsync()
    {
        var disk = new LossyDisk();
        await using var journal = JournalRig.Open(disk);
        await journal.WriteAsync(JournalRig.Prepared("one"), TestContext.Current.CancellationToken);
        await journal.WriteAsync(JournalRig.Prepared("two"), TestContext.Current.CancellationToken);
        var lastFrom = disk.BytesOf("000000000001").Length;
        await journal.WriteAsync(JournalRig.Prepared("three"), TestContext.Current.CancellationToken);
        return (disk.BytesOf("000000000001"), lastFrom);
    }
}
