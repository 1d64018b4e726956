namespace Espero.Station.Images;

/// <summary>A file on the shelf, as it was just seen.</summary>
internal sealed record KeptFile(string Path, long SizeBytes, DateTime LastUseUtc)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Null when it went meanwhile.</summary>
    public static KeptFile? See(string path)
    {
        try
        {
            var found = new FileInfo(path);
            // A part of a file has no other use than being written.
            var lastUse = found.LastAccessTimeUtc > found.LastWriteTimeUtc ? found.LastAccessTimeUtc : found.LastWriteTimeUtc;
            return new KeptFile(path, found.Length, lastUse);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
