namespace Espero.Station.CommandLine;

/// <summary>Where one station keeps everything. Held for one program at a time: two would write one journal.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream _hold;

    private DataDirectory(string path, FileStream hold)
    {
        Root = path;
        _hold = hold;
    }

    public string Root { get; }

    public string Journal => Path.Combine(Root, "journal");

    public string Images => Path.Combine(Root, "images");

    public string Logs => Path.Combine(Root, "logs");

    public string Adb => Path.Combine(Root, "adb");

    public string LinkToken => Path.Combine(Root, "link-token");

    /// <exception cref="IOException">Another program holds it, or it cannot be written.</exception>
    public static DataDirectory Hold(string path)
    {
        var root = Directory.CreateDirectory(path).FullName;
        return new DataDirectory(
            root, new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }

    public void Dispose() => _hold.Dispose();
}
