namespace Espero.Cli.Building;

/// <summary>A file being sent, which tells how far it is: at most once for each percent.</summary>
internal sealed class UploadStream(string path, Action<long, long>? onProgress)
    : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan)
{
    private const int BufferBytes = 1 << 20;

    private long _shownPercent = -1;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var length = await base.ReadAsync(buffer, cancellationToken);
        var percent = Length == 0 ? 100 : Position * 100 / Length;
        if (percent > _shownPercent)
        {
            _shownPercent = percent;
            onProgress?.Invoke(Position, Length);
        }

        return length;
    }
}
