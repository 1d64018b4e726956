using Espero.Station.V1;

namespace Espero.Station.Journal;

/// <summary>Reads facts in order from the files, so that a long backlog never sits in memory. One owner.</summary>
internal sealed class JournalReader(StationJournal journal, IJournalDisk disk, ulong afterSequence) : IDisposable
{
    private SegmentReader? _reader;
    private string _segment = "";

    /// <summary>The last fact read.</summary>
    public ulong Sequence { get; private set; } = afterSequence;

    /// <summary>The next facts that are on the disk; none when all are read.</summary>
    public IReadOnlyList<Fact> Read(int maxCount)
    {
        var facts = new List<Fact>();
        while (facts.Count < maxCount && ReadNext() is { } fact)
        {
            facts.Add(fact);
        }

        return facts;
    }

    public void Dispose() => _reader?.Dispose();

    private Fact? ReadNext()
    {
        while (true)
        {
            var segments = journal.Segments;
            _reader ??= OpenNext(segments);
            if (_reader.LimitBytes == _reader.OffsetBytes)
            {
                // The writer may have gone on in this file, or in the next one.
                var index = segments.FindIndex(segment => segment.Name == _segment);
                if (index >= 0 && segments[index].DurableBytes > _reader.LimitBytes)
                {
                    _reader.LimitBytes = segments[index].DurableBytes;
                }
                else if (index == segments.Count - 1)
                {
                    return null;
                }
                else
                {
                    _reader.Dispose();
                    _reader = OpenNext(segments);
                }
            }

            if (_reader.Read() is not { } entry)
            {
                throw new IOException($"The journal's file {_segment} cannot be read past byte {_reader.OffsetBytes}.");
            }

            if (entry.Fact is { } fact && fact.Sequence > Sequence)
            {
                Sequence = fact.Sequence;
                return fact;
            }
        }
    }

    private SegmentReader OpenNext(IReadOnlyList<Segment> segments)
    {
        var ahead = segments.Where(candidate => string.CompareOrdinal(candidate.Name, _segment) > 0).ToList();
        var segment = ahead.LastOrDefault(candidate => candidate.FirstSequence <= Sequence + 1) ?? ahead[0];
        _segment = segment.Name;
        return new SegmentReader(disk.OpenRead(_segment), segment.DurableBytes);
    }
}
