using Espero.Journal.V1;
using Espero.Station.Journal;
using Espero.Station.V1;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Station.Host.Tests.Journal;

public sealed class StationJournalTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_written_fact_survives_a_power_cut()
    {
        var disk = new LossyDisk();
        var journal = JournalRig.Open(disk); // never closed, as when the power goes
        await journal.WriteAsync(JournalRig.Prepared("one"), Stop);

        await using var after = JournalRig.Open(disk.AfterPowerCut());

        Assert.Equal(["one"], JournalRig.JobsAfter(after, 0));
        Assert.Equal(journal.Id, after.Id);
    }

    [Fact]
    public async Task Facts_are_numbered_from_one_without_a_gap_however_many_write_at_once()
    {
        await using var journal = JournalRig.Open(new LossyDisk());

        var sequences = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(i => journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop)));

        Assert.Equal(Enumerable.Range(1, 500).Select(i => (ulong)i), sequences.Order());
    }

    [Fact]
    public async Task An_attempt_begins_once_even_after_a_restart()
    {
        var disk = new LossyDisk();
        var journal = JournalRig.Open(disk);
        await TakeAsync(journal);
        Assert.True(await TryBeginAsync(journal));
        Assert.False(await TryBeginAsync(journal));

        await using var after = JournalRig.Open(disk.AfterPowerCut());

        Assert.False(await TryBeginAsync(after));
        Assert.True(after.State.Attempts[JournalRig.Attempt].Begun);
    }

    [Fact]
    public async Task Of_many_that_begin_the_same_attempt_at_once_one_does()
    {
        await using var journal = JournalRig.Open(new LossyDisk());
        await TakeAsync(journal);

        var begun = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TryBeginAsync(journal)));

        Assert.Single(begun, true);
    }

    [Fact]
    public async Task What_has_begun_is_remembered_when_its_files_are_dropped()
    {
        var time = new FakeTimeProvider();
        var disk = new LossyDisk();
        var options = new JournalOptions { SegmentBytes = 4096 };
        await using (var journal = JournalRig.Open(disk, options, time))
        {
            await TakeAsync(journal);
            await TryBeginAsync(journal);
            for (var i = 0; i < 400; i++)
            {
                await journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);
            }

            journal.Recorded(journal.LastSequence);
            time.Advance(TimeSpan.FromDays(31));
            await journal.WriteAsync(JournalRig.Prepared("later"), Stop);
            Assert.True(journal.FirstKeptSequence > 300);
        }

        await using var after = JournalRig.Open(disk, options, time);
        Assert.True(after.State.HasBegun(JournalRig.Attempt));
        Assert.True(after.State.Attempts.ContainsKey(JournalRig.Attempt));
    }

    [Fact]
    public async Task What_is_forgotten_of_many_begun_jobs_counts_as_begun()
    {
        var options = new JournalOptions { SegmentBytes = 4096, MaxBegunJobs = 10 };
        var disk = new LossyDisk();
        var jobs = Enumerable.Range(0, 500).Select(i => new AttemptId($"01890000-0000-7000-8000-{i:D12}", 1)).ToArray();
        await using (var journal = JournalRig.Open(disk, options))
        {
            foreach (var job in jobs)
            {
                await journal.WriteAsync(JournalRig.Begun(job), Stop);
                await journal.WriteAsync(new Fact { AttemptEnded = new AttemptEnded { Attempt = job.ToKey() } }, Stop);
            }

            Assert.InRange(journal.State.BegunEpochs.Count, 10, 60); // the limit holds at each new file
        }

        await using var after = JournalRig.Open(disk.AfterPowerCut(), options);
        Assert.All(jobs, job => Assert.True(after.State.HasBegun(job)));
        Assert.All(jobs, job => Assert.True(after.State.Remembers(job.JobId) == after.State.BegunEpochs.ContainsKey(job.JobId)));
        Assert.True(after.State.HasBegun(jobs[0] with { Epoch = 2 }), "When in doubt it began.");
        Assert.False(after.State.HasBegun(jobs[^1] with { Epoch = 2 }));
        Assert.False(after.State.HasBegun(new AttemptId("01890000-0000-7000-8000-000000000500", 1)));
    }

    [Fact]
    public async Task The_job_of_an_attempt_that_is_not_over_is_never_forgotten()
    {
        var options = new JournalOptions { SegmentBytes = 4096, MaxBegunJobs = 10 };
        await using var journal = JournalRig.Open(new LossyDisk(), options);
        await journal.WriteAsync(JournalRig.Begun(JournalRig.Attempt), Stop);

        for (var i = 100; i < 400; i++)
        {
            var job = new AttemptId($"01890000-0000-7000-8000-{i:D12}", 1);
            await journal.WriteAsync(JournalRig.Begun(job), Stop);
            await journal.WriteAsync(new Fact { AttemptEnded = new AttemptEnded { Attempt = job.ToKey() } }, Stop);
        }

        Assert.True(journal.State.Remembers(JournalRig.Attempt.JobId));
        Assert.False(journal.State.HasBegun(JournalRig.Attempt with { Epoch = 2 }));
    }

    [Fact]
    public async Task Acknowledged_facts_are_kept_for_thirty_days()
    {
        var time = new FakeTimeProvider();
        await using var journal = JournalRig.Open(new LossyDisk(), new JournalOptions { SegmentBytes = 4096 }, time);
        for (var i = 0; i < 400; i++)
        {
            await journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);
        }

        journal.Recorded(journal.LastSequence);
        time.Advance(TimeSpan.FromDays(29));
        await journal.WriteAsync(JournalRig.Prepared("later"), Stop);

        Assert.Equal(1ul, journal.FirstKeptSequence);
    }

    [Fact]
    public async Task Unacknowledged_facts_are_never_dropped_and_are_read_across_files()
    {
        var time = new FakeTimeProvider();
        await using var journal = JournalRig.Open(new LossyDisk(), new JournalOptions { SegmentBytes = 4096 }, time);
        for (var i = 0; i < 400; i++)
        {
            await journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);
        }

        time.Advance(TimeSpan.FromDays(400));
        await journal.WriteAsync(JournalRig.Prepared("400"), Stop);

        Assert.Equal(Enumerable.Range(0, 401).Select(i => $"{i}"), JournalRig.JobsAfter(journal, 0));
        Assert.Equal(["399", "400"], JournalRig.JobsAfter(journal, 399));
    }

    [Fact]
    public async Task A_reader_goes_on_with_what_is_written_after_it_had_read_everything()
    {
        await using var journal = JournalRig.Open(new LossyDisk(), new JournalOptions { SegmentBytes = 4096 });
        using var reader = journal.ReadAfter(0);
        for (var i = 0; i < 300; i++)
        {
            await journal.WriteAsync(JournalRig.Prepared($"{i}"), Stop);

            Assert.Equal($"{i}", Assert.Single(reader.Read(10)).PhonePrepared.JobId);
            Assert.Empty(reader.Read(10));
        }
    }

    [Fact]
    public async Task A_full_disk_holds_the_caller_up_and_loses_nothing()
    {
        var time = new FakeTimeProvider();
        var disk = new LossyDisk();
        await using var journal = JournalRig.Open(disk, time: time);
        disk.FailingSyncs = 3;

        var writing = journal.WriteAsync(JournalRig.Prepared("one"), Stop);
        while (!writing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(1ul, await writing);
        await using var after = JournalRig.Open(disk.AfterPowerCut());
        Assert.Equal(["one"], JournalRig.JobsAfter(after, 0));
    }

    [Fact]
    public async Task Without_the_reserve_there_is_no_room_for_an_attempt()
    {
        var disk = new LossyDisk();
        await using var journal = JournalRig.Open(disk);
        Assert.True(journal.HasRoom);

        disk.FreeBytes = (64 * 1024 * 1024) - 1;

        Assert.False(journal.HasRoom);
    }

    [Fact]
    public async Task A_new_ledger_generation_gets_everything_that_is_kept()
    {
        await using var journal = JournalRig.Open(new LossyDisk());
        await journal.WriteAsync(JournalRig.Prepared("one"), Stop);
        await journal.WriteAsync(JournalRig.Prepared("two"), Stop);

        Assert.Equal(2ul, await journal.WelcomedAsync(2, "first", Stop));
        Assert.Equal(2ul, await journal.WelcomedAsync(2, "first", Stop));
        Assert.Equal(0ul, await journal.WelcomedAsync(1, "second", Stop));
        Assert.Equal(1ul, journal.RecordedSequence);
    }

    [Fact]
    public async Task A_number_the_orchestrator_has_seen_is_never_used_again()
    {
        await using var journal = JournalRig.Open(new LossyDisk());

        await journal.WelcomedAsync(41, "first", Stop); // the disk lost what it had promised to keep

        Assert.Equal(42ul, await journal.WriteAsync(JournalRig.Prepared("one"), Stop));
        Assert.Equal(["one"], JournalRig.JobsAfter(journal, 41));
    }

    [Fact]
    public async Task A_serial_never_reaches_the_disk_in_clear()
    {
        var disk = new LossyDisk();
        await using var journal = JournalRig.Open(disk);
        await TakeAsync(journal);
        var bound = new PhoneBound { Attempt = JournalRig.Attempt.ToKey(), PhoneMark = journal.Marks.Hash("R58M123ABC") };
        await journal.NoteAsync(new Entry { PhoneBound = bound }, Stop);

        Assert.Equal(-1, disk.BytesOf("000000000001").AsSpan().IndexOf("R58M123ABC"u8));
        Assert.Equal(journal.Marks.Hash("R58M123ABC"), journal.State.Attempts[JournalRig.Attempt].PhoneMark);
    }

    [Fact]
    public async Task A_journal_in_a_real_folder_is_found_again()
    {
        using var folder = new TempFolder();
        string id;
        await using (var journal = JournalRig.Open(new DirectoryDisk(folder.Path)))
        {
            id = journal.Id;
            await journal.WriteAsync(JournalRig.Prepared("one"), Stop);
        }

        await using var after = JournalRig.Open(new DirectoryDisk(folder.Path));
        Assert.Equal(id, after.Id);
        Assert.Equal(["one"], JournalRig.JobsAfter(after, 0));
    }

    private static Task TakeAsync(StationJournal journal) => journal.NoteAsync(
        new Entry { AttemptTaken = new AttemptTaken { Attempt = JournalRig.Attempt.ToKey(), Work = new Work { PortPath = "p" } } }, Stop);

    private static Task<bool> TryBeginAsync(StationJournal journal) => journal.TryNoteAsync(
        new Entry { Fact = JournalRig.Begun(JournalRig.Attempt) }, state => !state.HasBegun(JournalRig.Attempt), Stop);
}
