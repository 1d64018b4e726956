using System.Buffers;
using System.Collections.Immutable;
using Espero.Journal.V1;

namespace Espero.Station.Journal;

/// <summary>Owns the file that is being written. Its calls block until the disk has what they wrote.</summary>
internal sealed class JournalWriter(IJournalDisk disk, JournalOptions options, TimeProvider time, FactStamp stamp) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _batch = new();
    private IJournalFile? _file;
    private long _offsetBytes;
    private DateTimeOffset _lastFactAt;

    public JournalState State { get; private set; } = JournalState.Empty;

    public ImmutableList<Segment> Segments { get; private set; } = [];

    /// <summary>Goes on where the last run stopped, or makes a new journal.</summary>
    public void Open(LoadedJournal loaded, Func<JournalState> create)
    {
        if (loaded.Segments.IsEmpty)
        {
            State = create();
            Roll();
            return;
        }

        (State, Segments) = (loaded.State, loaded.Segments);
        var last = Segments[^1];
        _file = disk.OpenWrite(last.Name);
        (_offsetBytes, _lastFactAt) = (last.DurableBytes, last.LastFactAt);
    }

    /// <summary>Adds an entry to the batch. Nothing is on the disk before <see cref="Commit"/>.</summary>
    public bool Add(Entry entry, Func<JournalState, bool> guard)
    {
        if (!guard(State))
        {
            return false;
        }

        if (entry.Fact is { } fact)
        {
            fact.Sequence = State.NextSequence;
            stamp.Put(fact);
            _lastFactAt = time.GetUtcNow();
        }

        RecordFormat.Append(_batch, entry);
        State = State.With(entry);
        return true;
    }

    /// <summary>Writes the batch with one sync. After an IOException, call it again: the same bytes go to the same place.</summary>
    /// <remarks>A failed fsync may have dropped the pages (fsync(2)), so nothing counts as written until a whole call succeeds.</remarks>
    public void Commit()
    {
        if (_batch.WrittenCount == 0)
        {
            return;
        }

        _file!.Write(_offsetBytes, _batch.WrittenSpan);
        _file.Sync();
        _offsetBytes += _batch.WrittenCount;
        _batch.ResetWrittenCount();
        Segments = Segments.SetItem(Segments.Count - 1, Segments[^1] with { DurableBytes = _offsetBytes, LastFactAt = _lastFactAt });
    }

    /// <summary>Between batches: opens a new file when this one is long, and drops files nobody needs.</summary>
    public void Tidy(ulong recordedSequence)
    {
        if (_offsetBytes >= options.SegmentBytes)
        {
            Roll();
        }

        var keepFrom = time.GetUtcNow() - TimeSpan.FromDays(options.KeepAcknowledgedDays);
        while (Segments.Count > 1 && Segments[1].FirstSequence <= recordedSequence + 1 && Segments[0].LastFactAt < keepFrom)
        {
            disk.Delete(Segments[0].Name);
            Segments = Segments.RemoveAt(0);
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Roll()
    {
        var number = Segments.IsEmpty ? 1 : long.Parse(Segments[^1].Name, provider: null) + 1;
        var name = number.ToString("D12", provider: null);
        var state = State.Forgetting(options.MaxBegunJobs);
        var head = new ArrayBufferWriter<byte>();
        RecordFormat.Append(head, SegmentHead.Of(state));
        var file = disk.OpenWrite(name);
        try
        {
            file.Truncate(0);
            file.Write(0, head.WrittenSpan);
            file.Sync();
        }
        catch (IOException)
        {
            file.Dispose();
            disk.Delete(name);
            throw;
        }

        _file?.Dispose();
        (State, _file, _offsetBytes) = (state, file, head.WrittenCount);
        Segments = Segments.Add(new Segment(name, State.NextSequence, _offsetBytes, _lastFactAt));
    }
}
