namespace Espero.VirtualPhone.Storage;

/// <summary>The last download, in a file that goes with the program: 256 MiB have no place in memory.</summary>
internal sealed class DownloadSpool(string path) : IDisposable
{
    private readonly FileStream _file = new(path, new FileStreamOptions
    {
        Mode = FileMode.Create,
        Access = FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.DeleteOnClose,
        BufferSize = 0,
    });

    private bool _full;

    public void Clear()
    {
        _file.SetLength(0);
        _file.Position = 0;
        _full = false;
    }

    /// <summary>False once the disk has had no room; the rest is then only passed over, so that the wire stays in step.</summary>
    public bool Append(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            if (!_full)
            {
                _file.Write(bytes.Span);
            }
        }
        catch (IOException)
        {
            Clear();
            _full = true;
        }

        return !_full;
    }

    public Stream OpenRead() =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 4096);

    public void Dispose() => _file.Dispose();
}
