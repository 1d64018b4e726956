namespace Espero.Station.Journal;

/// <summary>A real folder.</summary>
internal sealed class DirectoryDisk : IJournalDisk
{
    private const string Suffix = ".journal";
    private const string AsideFolder = "damaged";
    private readonly string _directory;

    public DirectoryDisk(string directory)
    {
        _directory = Directory.CreateDirectory(directory).FullName;
    }

    public long FreeBytes => new DriveInfo(_directory).AvailableFreeSpace;

    public IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(_directory, "*" + Suffix).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    public Stream OpenRead(string name) =>
        new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024);

    public IJournalFile OpenWrite(string name) => new DirectoryDiskFile(PathOf(name));

    public void Delete(string name)
    {
        File.Delete(PathOf(name));
        DirectorySync.Flush(_directory);
    }

    public void SetAside(string name)
    {
        var aside = Directory.CreateDirectory(Path.Combine(_directory, AsideFolder)).FullName;
        File.Move(PathOf(name), Path.Combine(aside, name + Suffix), overwrite: true);
        DirectorySync.Flush(aside);
        DirectorySync.Flush(_directory);
    }

    private string PathOf(string name) => Path.Combine(_directory, name + Suffix);
}
