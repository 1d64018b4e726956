using Espero.Station.Protocols.Sparse;
using Espero.VirtualPhone.Partitions;

namespace Espero.VirtualPhone.Storage;

/// <summary>Downloads and partitions as files of the phone's store.</summary>
internal sealed class FileStorage(string directory, PartitionTable table) : IPhoneStorage
{
    private readonly PartitionFiles _partitions = new(Path.Combine(directory, "partitions"), table);
    private readonly DownloadSpool _spool = new(Path.Combine(directory, "download.part"));

    public void BeginDownload() => _spool.Clear();

    public bool Append(ReadOnlyMemory<byte> bytes) => _spool.Append(bytes);

    public async ValueTask<FlashVerdict> FlashAsync(Partition partition, CancellationToken cancellationToken)
    {
        try
        {
            using var target = _partitions.Open(partition);
            await using var image = _spool.OpenRead();
            return await PartitionFlasher.WriteAsync(image, target, cancellationToken);
        }
        catch (SparseFormatException)
        {
            return FlashVerdict.ImageMalformed;
        }
        catch (IOException)
        {
            return FlashVerdict.StoreFailed;
        }
    }

    public void Erase(Partition partition) => _partitions.Erase(partition);

    public void Resize(Partition partition) => _partitions.Resize(partition);

    public void Delete(Partition partition) => _partitions.Delete(partition);

    public int Read(Partition partition, long offsetBytes, Memory<byte> buffer)
    {
        using var file = _partitions.Open(partition);
        return RandomAccess.Read(file, buffer.Span, offsetBytes);
    }

    public int ReadDownload(long offsetBytes, Memory<byte> buffer)
    {
        using var image = _spool.OpenRead();
        image.Position = offsetBytes;
        return image.ReadAtLeast(buffer.Span, buffer.Length, throwOnEndOfStream: false);
    }

    public void Dispose() => _spool.Dispose();
}
