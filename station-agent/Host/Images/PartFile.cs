namespace Espero.Station.Images;

/// <summary>The part of a file that has arrived, with its running hash. Made anew for each request.</summary>
internal sealed class PartFile(IImageDisk disk, string path) : IAsyncDisposable
{
    private readonly ImageHash _hash = new();
    private Stream? _stream;

    public long LengthBytes { get; private set; }

    /// <summary>Hashes what an earlier try left, or starts anew when it left too much.</summary>
    public async Task OpenAsync(ImageFile file, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && new FileInfo(path).Length > file.SizeBytes)
        {
            File.Delete(path);
        }

        if (File.Exists(path))
        {
            await using var kept = File.OpenRead(path);
            LengthBytes = await _hash.AddAllAsync(kept, cancellationToken);
        }
    }

    /// <summary>False when the disk did not take the bytes.</summary>
    public async Task<bool> TryAppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            _stream ??= disk.OpenAppend(path);
            await _stream.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
            return false;
        }

        _hash.Add(bytes.Span);
        LengthBytes += bytes.Length;
        return true;
    }

    /// <summary>Forgets what has arrived: the server sends the file from its beginning.</summary>
    public async Task StartAnewAsync()
    {
        await CloseAsync();
        File.Delete(path);
        _hash.Reset();
        LengthBytes = 0;
    }

    public bool Matches(ImageFile file) => LengthBytes == file.SizeBytes && _hash.Matches(file);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _hash.Dispose();
    }

    private async Task CloseAsync()
    {
        if (_stream is { } stream)
        {
            _stream = null;
            await stream.DisposeAsync();
        }
    }
}
