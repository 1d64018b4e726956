namespace Espero.Station.Images;

/// <summary>
/// The files that are kept for later: those used longest ago go first when room is needed. The time of use is the file's time of
/// access, set by hand: it outlasts a restart, whatever the disk is mounted with.
/// </summary>
internal sealed class ImageShelf(ImagePaths paths, IImageDisk disk, ImageOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>How much room could be made now.</summary>
    public long DroppableBytes => Droppable(All()).Sum(file => file.SizeBytes);

    /// <summary>The file is wanted: it is the last to go from now on.</summary>
    public void Use(string path) => File.SetLastAccessTimeUtc(path, time.GetUtcNow().UtcDateTime);

    /// <summary>Drops files until so many bytes fit, on the disk and under the shelf's own limit, or until none may go.</summary>
    /// <returns>The names of the files that went.</returns>
    public IReadOnlyList<string> MakeRoom(long neededBytes)
    {
        lock (_lock)
        {
            var dropped = new List<string>();
            var all = All();
            var keptBytes = all.Sum(file => file.SizeBytes);
            foreach (var file in Droppable(all).OrderBy(file => file.LastUseUtc))
            {
                if (disk.FreeBytes - options.ReserveBytes >= neededBytes && keptBytes + neededBytes <= options.MaxKeptBytes)
                {
                    break;
                }

                if (TryDrop(file))
                {
                    keptBytes -= file.SizeBytes;
                    dropped.Add(file.Name);
                }
            }

            return dropped;
        }
    }

    private List<KeptFile> All() =>
        [.. Directory.EnumerateFiles(paths.Root, "*", SearchOption.AllDirectories).Select(KeptFile.See).OfType<KeptFile>()];

    // Between its check and its opening nobody holds a file, nor while a broken wire is mended: what was used lately stays.
    private IEnumerable<KeptFile> Droppable(List<KeptFile> all)
    {
        var usedBefore = time.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(options.InUseMinutes);
        return all.Where(file => file.LastUseUtc < usedBefore);
    }

    private static bool TryDrop(KeptFile file)
    {
        try
        {
            // Refused while anybody in this program has it open.
            using (File.Open(file.Path, FileMode.Open, FileAccess.Read, FileShare.None))
            {
                File.Delete(file.Path);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
