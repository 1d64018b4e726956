using Espero.Plan.V1;
using Espero.Station.Protocols.Adb;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Makes a file system through the recovery that runs, with its own tools and nothing else: where a partition lies, the recovery's own
/// table says.
/// </summary>
internal sealed class RecoveryFormat(AdbTalk talk, AttemptLog log)
{
    private const int NoSuchCommand = 127;

    private static readonly string[] Tables = ["/etc/recovery.fstab", "/system/etc/recovery.fstab", "/etc/twrp.fstab", "/etc/fstab"];

    public async Task<StepEnd> RunAsync(Format format, CancellationToken cancellationToken)
    {
        var folder = format.Partition == "userdata" ? "/data" : $"/{format.Partition}";
        var (device, end) = await FindAsync(folder, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        await ShellAsync(["umount", folder], cancellationToken); // one that is not mounted is fine
        foreach (var maker in Makers(format.FileSystem))
        {
            var made = await ShellAsync([.. maker, device], cancellationToken);
            if (!made.Succeeded)
            {
                return StepEnd.Of(made.Error.ToTalkError());
            }

            if (made.Value.ExitCode == 0)
            {
                await ShellAsync(["mount", folder], cancellationToken);
                return StepEnd.Done;
            }

            if (made.Value.ExitCode != NoSuchCommand)
            {
                return StepEnd.Failed(FailureCode.PhoneRefused, $"{maker[0]} {device} ended with {made.Value.ExitCode} on the phone.");
            }
        }

        return StepEnd.Failed(FailureCode.PhoneRefused, $"The recovery has no tool to format {format.Partition}.");
    }

    // "/data ext4 /dev/block/…" in old tables, "/dev/block/… /data ext4 …" in newer ones.
    private async Task<(string Device, StepEnd End)> FindAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
        {
            var read = await ShellAsync(["cat", table], cancellationToken);
            if (!read.Succeeded)
            {
                return ("", StepEnd.Of(read.Error.ToTalkError()));
            }

            var device = read.Value.ExitCode == 0 ? DeviceOf(read.Value.Output, folder) : null;
            if (device is not null)
            {
                return (device, StepEnd.Done);
            }
        }

        return ("", StepEnd.Failed(FailureCode.PartitionMissing, $"No table of the recovery says where {folder} lies."));
    }

    private static string? DeviceOf(string table, string folder) => table.Split('\n')
        .Select(line => line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
        .Where(words => !words.FirstOrDefault("#").StartsWith('#') && words.Contains(folder))
        .Select(words => Array.Find(words, word => word.StartsWith("/dev/", StringComparison.Ordinal)))
        .FirstOrDefault(device => device is not null);

    private static string[][] Makers(string fileSystem) => fileSystem == "f2fs"
        ? [["mkfs.f2fs"], ["make_f2fs"]]
        : [["make_ext4fs"], ["mke2fs", "-F", "-t", "ext4"]];

    private async Task<AdbResult<ShellOutput>> ShellAsync(string[] words, CancellationToken cancellationToken)
    {
        log.Write($"phone: {string.Join(' ', words)}");
        return await talk.Phone.ShellAsync(string.Join(' ', words.Select(ShellWord.Quote)), cancellationToken);
    }
}
