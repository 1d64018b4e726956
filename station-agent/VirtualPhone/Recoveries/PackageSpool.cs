namespace Espero.VirtualPhone.Recoveries;

/// <summary>The package of one sideload, in a file that goes when it is disposed; a phone that discards keeps nothing.</summary>
internal sealed class PackageSpool : IDisposable
{
    private readonly FileStream? _file;

    private PackageSpool(FileStream? file) => _file = file;

    /// <summary>The whole package, from its start; null for a phone that discards.</summary>
    public Stream? Content
    {
        get
        {
            _file?.Seek(0, SeekOrigin.Begin);
            return _file;
        }
    }

    public static PackageSpool Open(VirtualPhoneOptions options) => new(
        options.Discard ? null : new FileStream(Path.Combine(options.StoreDirectory, "package.part"), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        }));

    public void Write(long offsetBytes, ReadOnlySpan<byte> bytes)
    {
        if (_file is not null)
        {
            RandomAccess.Write(_file.SafeFileHandle, bytes, offsetBytes);
        }
    }

    public void Dispose() => _file?.Dispose();
}
