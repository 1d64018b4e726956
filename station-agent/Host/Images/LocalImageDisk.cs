namespace Espero.Station.Images;

internal sealed class LocalImageDisk(string directory) : IImageDisk
{
    public long FreeBytes => new DriveInfo(directory).AvailableFreeSpace;

    public Stream OpenAppend(string path) =>
        new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
}
