using Espero.Journal.V1;

namespace Espero.Station.Journal;

/// <summary>How a file of the journal was found after a start.</summary>
/// <param name="GoodBytes">Where the last whole record of an undamaged file ends.</param>
/// <param name="LengthBytes">How long the file is.</param>
/// <param name="Damaged">Whole records follow one that is not: no power cut does that, a bad disk does.</param>
internal readonly record struct SegmentScan(long GoodBytes, long LengthBytes, bool Damaged)
{
    public bool IsTorn => !Damaged && GoodBytes < LengthBytes;

    public static SegmentScan Of(IJournalDisk disk, string name, Action<Entry> onEntry)
    {
        using var stream = disk.OpenRead(name);
        using var reader = new SegmentReader(stream, stream.Length);
        var damaged = false;
        while (true)
        {
            if (reader.Read() is { } entry)
            {
                onEntry(entry);
                continue;
            }

            var goodBytes = reader.OffsetBytes;
            if (reader.Resynchronise() is not { } found)
            {
                return new(goodBytes, stream.Length, damaged);
            }

            damaged = true;
            onEntry(found);
        }
    }
}
