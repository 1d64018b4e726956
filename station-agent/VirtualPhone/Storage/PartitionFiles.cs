using Espero.VirtualPhone.Partitions;
using Microsoft.Win32.SafeHandles;

namespace Espero.VirtualPhone.Storage;

/// <summary>
/// One file per partition, as long as the partition, with holes where nothing was ever written: what a test compares.
/// </summary>
internal sealed class PartitionFiles
{
    private readonly string _directory;

    /// <exception cref="VirtualPhoneException">A file has another length than its partition.</exception>
    public PartitionFiles(string directory, PartitionTable table)
    {
        _directory = directory;
        Directory.CreateDirectory(directory);
        foreach (var partition in table.All)
        {
            Prepare(partition);
        }
    }

    public SafeFileHandle Open(Partition partition) => File.OpenHandle(PathOf(partition), FileMode.Open, FileAccess.ReadWrite);

    /// <summary>Erased flash reads as zeros here, and takes no room on the disk.</summary>
    public void Erase(Partition partition)
    {
        using var file = Open(partition);
        RandomAccess.SetLength(file, 0);
        RandomAccess.SetLength(file, partition.SizeBytes);
    }

    public void Resize(Partition partition)
    {
        using var file = File.OpenHandle(PathOf(partition), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        RandomAccess.SetLength(file, partition.SizeBytes);
    }

    public void Delete(Partition partition) => File.Delete(PathOf(partition));

    private void Prepare(Partition partition)
    {
        using var file = File.OpenHandle(PathOf(partition), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        switch (RandomAccess.GetLength(file))
        {
            case 0:
                RandomAccess.SetLength(file, partition.SizeBytes);
                break;
            case var length when length != partition.SizeBytes:
                throw new VirtualPhoneException(
                    $"{PathOf(partition)} has {length} bytes, but the partition has {partition.SizeBytes}. Give another --store.");
            default:
                break;
        }
    }

    private string PathOf(Partition partition) => Path.Combine(_directory, $"{partition.Name}.img");
}
