namespace Espero.Cli.Fetching;

/// <summary>
/// The beginning of a file, beside the place where the whole will be, with what the server called this version of it: without that,
/// or a hash, nobody could say that the rest belongs to it.
/// </summary>
internal sealed class PartFile(string path)
{
    private readonly string _versionPath = $"{path}.version";

    public string Path => path;

    public long LengthBytes => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>An entity tag, in quotation marks; null when the server gave none that holds for bytes.</summary>
    public string? Version => File.Exists(_versionPath) ? File.ReadAllText(_versionPath) : null;

    public void StartAnew(string? version)
    {
        File.Delete(path);
        File.Delete(_versionPath);
        if (version is not null)
        {
            File.WriteAllText(_versionPath, version);
        }
    }

    public FileStream OpenAppend() => new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);

    /// <summary>Gives the whole its name.</summary>
    public void Finish(string whole)
    {
        File.Move(path, whole, overwrite: true);
        File.Delete(_versionPath);
    }
}
