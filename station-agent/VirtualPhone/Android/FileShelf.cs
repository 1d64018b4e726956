using System.Text;

namespace Espero.VirtualPhone.Android;

/// <summary>The few directories of the phone that adb may write to, each file under its escaped path in the store.</summary>
internal sealed class FileShelf(string directory, long maxFileBytes)
{
    private const int MaxPathLength = 200;
    private static readonly string[] Writable = ["/sdcard/", "/data/local/tmp/", "/tmp/", "/cache/"];
    private static readonly string[] OfTheOwner = ["/sdcard/", "/data/"];

    public long MaxFileBytes => maxFileBytes;

    /// <summary>Whether adb may write there.</summary>
    public static bool IsWritable(string path) =>
        path.Length <= MaxPathLength
        && Writable.Any(start => path.StartsWith(start, StringComparison.Ordinal) && path.Length > start.Length)
        && !path.Contains("/../", StringComparison.Ordinal)
        && !path.EndsWith("/..", StringComparison.Ordinal);

    /// <summary>Whether this is a directory that holds files, or can.</summary>
    public bool IsDirectory(string path)
    {
        var start = path.TrimEnd('/') + '/';
        return Writable.Any(writable => writable.StartsWith(start, StringComparison.Ordinal)) || List(start).Any();
    }

    /// <summary>The file's length in bytes, or null.</summary>
    public long? Length(string path) => File.Exists(Place(path)) ? new FileInfo(Place(path)).Length : null;

    /// <summary>When the file was changed, in seconds since 1970; 0 for none.</summary>
    public long ChangedAt(string path) =>
        File.Exists(Place(path)) ? new DateTimeOffset(File.GetLastWriteTimeUtc(Place(path)), TimeSpan.Zero).ToUnixTimeSeconds() : 0;

    /// <summary>The paths of all files below a directory, which ends with a slash.</summary>
    public IEnumerable<string> List(string directoryPath) =>
        Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory)
                .Select(file => Uri.UnescapeDataString(Path.GetFileName(file)))
                .Where(path => path.StartsWith(directoryPath, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];

    public FileStream Create(string path)
    {
        Directory.CreateDirectory(directory);
        return File.Create(Place(path));
    }

    public FileStream OpenRead(string path) => File.OpenRead(Place(path));

    public void SetChangedAt(string path, uint unixSeconds) =>
        File.SetLastWriteTimeUtc(Place(path), DateTimeOffset.FromUnixTimeSeconds(unixSeconds).UtcDateTime);

    public bool Delete(string path)
    {
        var exists = File.Exists(Place(path));
        File.Delete(Place(path));
        return exists;
    }

    /// <summary>Leaves a text of the phone's own, such as a log.</summary>
    public void WriteText(string path, string text)
    {
        using var file = Create(path);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The owner's files are gone.</summary>
    public void Wipe()
    {
        foreach (var path in OfTheOwner.SelectMany(List).ToList())
        {
            Delete(path);
        }
    }

    private string Place(string path) => Path.Combine(directory, Uri.EscapeDataString(path));
}
