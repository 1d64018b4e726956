namespace Espero.Station.Protocols.Adb.Server;

/// <summary>
/// Our server's folder, held by one program at a time. It notes which process serves, so that a server that outlived a crash of
/// the station is ended by its id before a new one wants its phones: USB gives each phone to one server only.
/// </summary>
internal sealed class AdbFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly FileStream _note;

    private AdbFolder(string path, FileStream note) => (Path, _note) = (path, note);

    /// <summary>The server's home; it looks for its key in <c>.android</c> below.</summary>
    public string Path { get; }

    public string KeyPath => System.IO.Path.Combine(Path, ".android", "adbkey");

    public static AdbResult<AdbFolder> Claim(string path)
    {
        try
        {
            var full = System.IO.Path.GetFullPath(path);
            Directory.CreateDirectory(full, OwnerOnly);
            Directory.CreateDirectory(System.IO.Path.Combine(full, ".android"), OwnerOnly);
            var note = new FileStream(
                System.IO.Path.Combine(full, "server"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var folder = new AdbFolder(full, note);
            ServerProcessMark.Read(note)?.End();
            return folder;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return new AdbError(
                AdbFailure.ServerUnusable,
                $"The adb folder {path} cannot be used, or another station program uses it: {unusable.Message} "
                + "End the other one, or name another folder.");
        }
    }

    public void Note(int processId) => ServerProcessMark.Of(processId)?.Write(_note);

    public void Forget() => _note.SetLength(0);

    public void Dispose() => _note.Dispose();
}
