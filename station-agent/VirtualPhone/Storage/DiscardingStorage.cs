using Espero.VirtualPhone.Partitions;

namespace Espero.VirtualPhone.Storage;

/// <summary>Throws every byte away at once and says all is well: the fastest phone there is, for measuring the other side.</summary>
internal sealed class DiscardingStorage : IPhoneStorage
{
    public void BeginDownload()
    {
    }

    public bool Append(ReadOnlyMemory<byte> bytes) => true;

    public ValueTask<FlashVerdict> FlashAsync(Partition partition, CancellationToken cancellationToken) => new(FlashVerdict.Written);

    public void Erase(Partition partition)
    {
    }

    public void Resize(Partition partition)
    {
    }

    public void Delete(Partition partition)
    {
    }

    public int Read(Partition partition, long offsetBytes, Memory<byte> buffer) => 0;

    public int ReadDownload(long offsetBytes, Memory<byte> buffer) => 0;

    public void Dispose()
    {
    }
}
