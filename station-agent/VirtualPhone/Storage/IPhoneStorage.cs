using Espero.VirtualPhone.Partitions;

namespace Espero.VirtualPhone.Storage;

/// <summary>Where downloads and partitions live: in files, or nowhere when the phone is only a sink for measuring.</summary>
internal interface IPhoneStorage : IDisposable
{
    /// <summary>Forgets the last download and expects the next.</summary>
    void BeginDownload();

    /// <summary>Takes the next bytes of the download; false when there is no room, and then for all that follow.</summary>
    bool Append(ReadOnlyMemory<byte> bytes);

    /// <summary>Writes the download, raw or sparse, to a partition.</summary>
    ValueTask<FlashVerdict> FlashAsync(Partition partition, CancellationToken cancellationToken);

    void Erase(Partition partition);

    /// <summary>Makes a logical partition as long as it now is; a new one is empty.</summary>
    void Resize(Partition partition);

    /// <summary>A logical partition is gone.</summary>
    void Delete(Partition partition);

    /// <summary>Reads from a partition, and says how many bytes there were; 0 when nothing is kept.</summary>
    int Read(Partition partition, long offsetBytes, Memory<byte> buffer);

    /// <summary>Reads from the last download in the same way.</summary>
    int ReadDownload(long offsetBytes, Memory<byte> buffer);
}
