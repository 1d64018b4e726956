using Espero.Station.Images;

namespace Espero.Station.Host.Tests.Images;

/// <summary>A disk with so much room, less what lies in a folder and the journal's reserve.</summary>
internal sealed class FillingDisk(string folder, long roomBytes) : IImageDisk
{
    private readonly LocalImageDisk _disk = new(folder);

    public long FreeBytes => new ImageOptions().ReserveBytes + roomBytes
        - Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);

    public Stream OpenAppend(string path) => _disk.OpenAppend(path);
}
