using System.Globalization;
using System.Text;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Recoveries;

namespace Espero.VirtualPhone.Adb;

/// <summary>
/// The phone's side of a sideload (AOSP recovery, minadbd_services.cpp): it asks for blocks by number, in the order in which
/// a recovery reads a package, and says that all is well whatever became of the installation.
/// </summary>
internal sealed class SideloadService(PhoneParts parts, string argument)
{
    // AOSP recovery, fuse_sideload/fuse_sideload.cpp: run_fuse_sideload.
    private const int MinBlockBytes = 1 << 10;
    private const int MaxBlockBytes = 1 << 22;
    private const int MaxBlocks = 1 << 18;
    private static readonly byte[] Done = "DONEDONE"u8.ToArray();

    public async Task<BootTarget?> RunAsync(AdbStream stream, CancellationToken cancellationToken)
    {
        if (argument.Split(':') is not [var size, var block]
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var sizeBytes)
            || !int.TryParse(block, NumberStyles.None, CultureInfo.InvariantCulture, out var blockBytes)
            || sizeBytes == 0
            || blockBytes is < MinBlockBytes or > MaxBlockBytes
            || sizeBytes > (long)blockBytes * MaxBlocks)
        {
            return null;
        }

        using var package = PackageSpool.Open(parts.Options);
        var blocks = (sizeBytes + blockBytes - 1) / blockBytes;
        var asked = parts.Faults.CutsSideload() ? blocks / 2 : blocks;
        var buffer = new byte[blockBytes];

        // The end of a zip says what is in it, so a recovery looks there first.
        foreach (var number in (IEnumerable<long>)[blocks - 1, .. LongRange(blocks - 1)])
        {
            if (asked-- == 0)
            {
                return AfterIt();
            }

            var length = (int)Math.Min(blockBytes, sizeBytes - (number * blockBytes));
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{number:D8}"), cancellationToken);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken);
            package.Write(number * blockBytes, buffer.AsSpan(0, length));
        }

        using (await parts.Turn.TakeAsync(cancellationToken))
        {
            new PackageInstaller(parts).Install(package);
        }

        await stream.WriteAsync(Done, cancellationToken);
        return AfterIt();
    }

    private BootTarget AfterIt() => parts.Phone.State.SideloadStartsSystem ? BootTarget.System : BootTarget.RecoveryMenu;

    private static IEnumerable<long> LongRange(long count)
    {
        for (var number = 0L; number < count; number++)
        {
            yield return number;
        }
    }
}
