using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>From the running phone into its new recovery, by the bootloader's fastboot.</summary>
internal static class FastbootFlow
{
    // The bootloader's own menu: the volume keys move, the power key takes.
    private static readonly KeyCombination MenuToRecovery = new(
        PowerState.Any, CableState.Any, [new Choose("RECOVERY MODE", [PhoneKey.VolumeUp, PhoneKey.VolumeDown], PhoneKey.Power)], []);

    public static IEnumerable<SourceMap> Steps(LineageDevice device) =>
    [
        .. LineageUnlock.InSystem(device),
        .. DraftSteps.Reboot(
            device.Place("download_boot"),
            "bootloader",
            HandSteps.Keys(device.Place("download_boot"), device.BootloaderKeys, "bootloader")),
        .. LineageUnlock.InBootloader(device),
        .. Written(device),
        .. Emptied(device.At),
        .. IntoRecovery(device),
    ];

    private static IEnumerable<SourceMap> Written(LineageDevice device)
    {
        var at = device.Place("before_recovery_install");
        var stack = device.BootStack
            .Where(partition => partition != device.RecoveryPartition)
            .Select(partition => DraftSteps.Flash(at, partition, LineageFiles.ImageOf(partition)));
        var recovery = DraftSteps.Flash(
            device.Place("recovery_partition_name"), device.RecoveryPartition, LineageFiles.ImageOf(device.RecoveryPartition));
        return
        [
            .. device.WritesInFastbootd ? DraftSteps.Reboot(at, "fastbootd") : [],
            .. stack,
            .. device.WritesInFastbootd ? DraftSteps.Reboot(at, "bootloader") : [],
            .. device.RecoveryReboot == "fastboot_boot" ? [] : new[] { recovery },
        ];
    }

    // The wiki has a person format the data in the recovery; the bootloader does the same without hands.
    private static IEnumerable<SourceMap> Emptied(SourceMap at)
    {
        yield return DraftSteps.WithFallback(at, DraftSteps.Erase(at, "userdata"), Short(at, "format", Text(at, "userdata")));
        yield return DraftSteps.WithCondition(
            at, DraftSteps.Erase(at, "metadata"), Test(at, "partition.metadata", "present", "true"));
    }

    private static IEnumerable<SourceMap> IntoRecovery(LineageDevice device)
    {
        var at = device.Place("recovery_boot");
        var byHand = HandSteps.Keys(at, device.RecoveryKeys, "recovery");
        return device.RecoveryReboot switch
        {
            "fastboot_boot" =>
            [
                Short(at, "boot-image", Text(at, LineageFiles.ImageOf(device.RecoveryPartition))),
                DraftSteps.Await(at, "recovery"),
                Short(at, "checkpoint", Text(at, "recovery-runs")),
            ],
            "fastboot_reboot" => DraftSteps.Reboot(at, "recovery", byHand),
            "fastboot_menu" => [HandSteps.Keys(at, MenuToRecovery, "recovery")],
            _ => [byHand],
        };
    }
}
