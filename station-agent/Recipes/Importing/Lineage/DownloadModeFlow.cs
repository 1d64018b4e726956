using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>From the running phone into its new recovery, by Samsung's download mode. Its partitions are named in capitals.</summary>
internal static class DownloadModeFlow
{

    public static IEnumerable<SourceMap> Steps(LineageDevice device)
    {
        if (device.BeforeRecovery is LineagePages.SamsungQualcomm or LineagePages.SamsungExynos)
        {
            yield return ArrivesUnlocked(device);
        }

        foreach (var step in IntoDownload(device))
        {
            yield return step;
        }

        if (device.BeforeRecovery == LineagePages.SamsungQualcomm)
        {
            var at = device.Place("before_recovery_install");
            yield return Flash(at, "vbmeta");
            // The phone asks for it by itself when it no longer trusts its system, and starts anew.
            yield return HandSteps.Ask(at, AskCodes.ResetAndSetUp, "touch", "system");
            foreach (var step in IntoDownload(device))
            {
                yield return step;
            }
        }

        yield return Flash(device.Place("recovery_partition_name"), device.RecoveryPartition);
        yield return HandSteps.Ask(device.At, AskCodes.LeaveDownload, "keys");
        yield return HandSteps.Keys(device.Place("recovery_boot"), device.RecoveryKeys, "recovery");
        yield return HandSteps.Ask(device.At, AskCodes.FormatData, "touch", "recovery");
    }

    private static IEnumerable<SourceMap> IntoDownload(LineageDevice device)
    {
        var at = device.Place("download_boot");
        return DraftSteps.Reboot(at, "download", HandSteps.Keys(at, device.BootloaderKeys, "download"));
    }

    private static SourceMap Flash(SourceNode at, string partition) =>
        DraftSteps.Flash(at, partition.ToUpperInvariant(), LineageFiles.ImageOf(partition));

    private static SourceMap ArrivesUnlocked(LineageDevice device)
    {
        var at = device.Place("before_recovery_install");
        return Step(
            at,
            "assert",
            ("tests", Map(at, (LockFacts.FlashLocked, Text(at, "0")))),
            ("sentence", Text(at, AskCodes.ArrivesUnlocked(device.Unlock with { Way = UnlockWay.DownloadMode }))));
    }
}
