using Microsoft.Win32.SafeHandles;

namespace Espero.Station.Journal;

internal sealed class DirectoryDiskFile(string path) : IJournalFile
{
    private readonly SafeFileHandle _handle =
        File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    private bool _named;

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_handle, bytes, offset);

    public void Truncate(long lengthBytes) => RandomAccess.SetLength(_handle, lengthBytes);

    public void Sync()
    {
        RandomAccess.FlushToDisk(_handle);
        if (!_named)
        {
            // fsync(2): a new file's name is on the disk only once its folder is synced too.
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
            _named = true;
        }
    }

    public void Dispose() => _handle.Dispose();
}
