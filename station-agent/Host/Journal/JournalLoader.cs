using System.Collections.Immutable;
using Espero.Station.V1;

namespace Espero.Station.Journal;

/// <summary>Reads all files at the start; cuts the tail a power cut tore. Never refuses: what is not readable is left out.</summary>
internal static class JournalLoader
{
    public static LoadedJournal Load(IJournalDisk disk)
    {
        var state = JournalState.Empty;
        var segments = ImmutableList<Segment>.Empty;
        var damaged = false;
        var names = DropUnopened(disk);
        foreach (var name in names)
        {
            var firstSequence = 0ul;
            var lastFactAt = DateTimeOffset.MinValue;
            var scan = SegmentScan.Of(disk, name, entry =>
            {
                firstSequence = entry.SegmentOpened?.NextSequence ?? firstSequence;
                lastFactAt = entry.Fact?.StationTime?.ToDateTimeOffset() ?? lastFactAt;
                state = state.With(entry);
            });
            var isLast = name == names[^1];
            damaged |= scan.Damaged || firstSequence == 0 || (scan.IsTorn && !isLast);
            if (scan.IsTorn && isLast)
            {
                Cut(disk, name, scan.GoodBytes);
            }

            segments = segments.Add(new Segment(name, firstSequence, scan.GoodBytes, lastFactAt));
        }

        return new(state, segments, damaged);
    }

    /// <summary>All facts that can still be read and are not known to be committed.</summary>
    public static IReadOnlyList<Fact> Salvage(IJournalDisk disk, ulong recordedSequence)
    {
        var facts = new SortedDictionary<ulong, Fact>();
        foreach (var name in disk.List())
        {
            SegmentScan.Of(disk, name, entry =>
            {
                if (entry.Fact is { } fact && fact.Sequence > recordedSequence)
                {
                    facts[fact.Sequence] = fact;
                }
            });
        }

        return [.. facts.Values];
    }

    // The power went while the last file was being opened: nothing was in it yet.
    private static IReadOnlyList<string> DropUnopened(IJournalDisk disk)
    {
        var names = disk.List();
        while (names.Count > 0)
        {
            var entries = 0;
            SegmentScan.Of(disk, names[^1], _ => entries++);
            if (entries > 0)
            {
                break;
            }

            disk.Delete(names[^1]);
            names = [.. names.SkipLast(1)];
        }

        return names;
    }

    private static void Cut(IJournalDisk disk, string name, long goodBytes)
    {
        using var file = disk.OpenWrite(name);
        file.Truncate(goodBytes);
        file.Sync();
    }
}
