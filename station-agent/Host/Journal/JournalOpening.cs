using System.Security.Cryptography;
using Espero.Journal.V1;
using Google.Protobuf;

namespace Espero.Station.Journal;

/// <summary>Goes on in the journal that is on the disk, makes the first one, or begins a new one after damage.</summary>
internal static class JournalOpening
{
    public static void Open(IJournalDisk disk, LoadedJournal loaded, JournalWriter writer)
    {
        if (loaded.Damaged)
        {
            StartOver(disk, loaded, writer);
        }
        else
        {
            writer.Open(loaded, () => NewJournal(JournalState.Empty));
        }
    }

    private static JournalState NewJournal(JournalState old) => old with
    {
        JournalId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        MarkKey = old.MarkKey.IsEmpty ? ByteString.CopyFrom(RandomNumberGenerator.GetBytes(32)) : old.MarkKey,
        NextSequence = 1,
        Cursor = new CursorMoved { LedgerGeneration = old.Cursor.LedgerGeneration },
    };

    // Numbers may be missing in the middle, and the cursor would wait for them for ever: what is readable gets new numbers.
    private static void StartOver(IJournalDisk disk, LoadedJournal loaded, JournalWriter writer)
    {
        var salvaged = JournalLoader.Salvage(disk, loaded.State.Cursor.RecordedSequence);
        foreach (var segment in loaded.Segments)
        {
            disk.SetAside(segment.Name);
        }

        writer.Open(loaded with { Segments = [] }, () => NewJournal(loaded.State));
        foreach (var fact in salvaged)
        {
            writer.Add(new Entry { Fact = fact }, _ => true);
        }

        writer.Commit();
    }
}
