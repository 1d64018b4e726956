using Espero.VirtualPhone.Partitions;

namespace Espero.VirtualPhone.Android;

/// <summary>What a recovery's shell has beside the usual: its table of partitions, and the tool that empties them.</summary>
internal sealed class RecoveryTools(PhoneParts parts)
{
    public const string TablePath = "/etc/recovery.fstab";

    private const string Devices = "/dev/block/by-name/";

    public string Table() => string.Concat(parts.Phone.Table.All.Select(partition =>
        $"{Devices}{partition.Name} /{(partition.Name == "userdata" ? "data" : partition.BaseName)} ext4 defaults defaults\n"));

    public ShellResult MakeFileSystem(string device)
    {
        var partition = device.StartsWith(Devices, StringComparison.Ordinal)
            ? parts.Phone.Table.All.FirstOrDefault(one => one.Name == device[Devices.Length..])
            : null;
        if (partition is null)
        {
            return ShellResult.Failed($"make_ext4fs: {device}: No such file or directory");
        }

        Empty(partition);
        return new($"Created filesystem on {device}\n");
    }

    private void Empty(Partition partition)
    {
        if (parts.Wipes.IsIgnored(partition.Name))
        {
            return;
        }

        parts.Storage.Erase(partition);
        if (parts.Phone.Model.PrivatePartitions.Contains(partition.Name))
        {
            parts.Wipes.Forget();
        }
    }
}
