namespace Espero.Station.Journal;

/// <summary>One file of the journal. Only the journal's writer uses it.</summary>
internal interface IJournalFile : IDisposable
{
    void Write(long offset, ReadOnlySpan<byte> bytes);

    void Truncate(long lengthBytes);

    /// <summary>Returns once everything written is on the disk itself.</summary>
    void Sync();
}
