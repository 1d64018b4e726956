namespace Espero.Station.Journal;

/// <summary>The folder the journal's files lie in; a test double loses what was not synced.</summary>
internal interface IJournalDisk
{
    long FreeBytes { get; }

    /// <summary>The names of all files, in the order of their making.</summary>
    IReadOnlyList<string> List();

    Stream OpenRead(string name);

    /// <summary>Opens a file, made if need be; its name outlasts a power cut from the first <see cref="IJournalFile.Sync"/> on.</summary>
    IJournalFile OpenWrite(string name);

    void Delete(string name);

    /// <summary>Moves a damaged file out of the way, for people to look at.</summary>
    void SetAside(string name);
}
