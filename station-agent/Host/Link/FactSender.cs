using Espero.Station.Journal;
using Espero.Station.V1;

namespace Espero.Station.Link;

/// <summary>Decides which facts go out next: in order, a window's worth, and again when nothing was acknowledged for long.</summary>
internal sealed class FactSender(StationJournal journal, ulong afterSequence, LinkOptions options, TimeProvider time) : IDisposable
{
    private const int MaxBatch = 64;
    private JournalReader _reader = journal.ReadAfter(afterSequence);
    private ulong _acknowledged = journal.RecordedSequence;
    private long _movedAt = time.GetTimestamp();

    public IReadOnlyList<Fact> Next()
    {
        var acknowledged = journal.RecordedSequence;
        if (acknowledged != _acknowledged || _reader.Sequence <= acknowledged)
        {
            (_acknowledged, _movedAt) = (acknowledged, time.GetTimestamp());
        }
        else if (time.GetElapsedTime(_movedAt) >= TimeSpan.FromSeconds(options.ResendSeconds))
        {
            _reader.Dispose();
            _reader = journal.ReadAfter(acknowledged);
            _movedAt = time.GetTimestamp();
        }

        var onTheWay = _reader.Sequence > acknowledged ? _reader.Sequence - acknowledged : 0;
        return onTheWay >= (ulong)options.MaxUnacknowledged ? [] : _reader.Read(MaxBatch);
    }

    public void Dispose() => _reader.Dispose();
}
