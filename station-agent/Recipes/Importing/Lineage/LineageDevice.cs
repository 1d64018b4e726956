using System.Collections.Immutable;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Lineage;

/// <summary>What a device file says about installing, by the words its keys have.</summary>
internal sealed class LineageDevice(SourceMap map, ModelFacts facts)
{
    public const string DownloadModeMethod = "samloader_rs";

    /// <summary>Where the steps that nobody wrote stand.</summary>
    public SourceMap At => map;

    public string Codename => facts.Codename;

    public UnlockFact Unlock => facts.Unlocks[0].Value;

    public bool IsDownloadMode => map.Text("install_method") == DownloadModeMethod;

    /// <summary>Which partition the recovery is written to; on phones without one of its own that is boot or vendor_boot.</summary>
    public string RecoveryPartition => map.Text("recovery_partition_name") ?? "recovery";

    /// <summary>Written before the recovery, which does not start without them.</summary>
    public ImmutableArray<string> BootStack => LineageSheets.BootStack(map);

    /// <summary>"fastboot_menu", "fastboot_reboot", "fastboot_boot"; null when only keys lead there.</summary>
    public string? RecoveryReboot => map.Text("recovery_reboot");

    /// <summary>The page that must be followed before the recovery is installed; null for none.</summary>
    public string? BeforeRecovery => LineagePages.Word(map.Find("before_recovery_install"));

    /// <summary>Whether what comes before the recovery is written in fastbootd.</summary>
    public bool WritesInFastbootd => map.Map("before_recovery_install")?.Flag("reboot_fastbootd") is true;

    /// <summary>Whether both slots must get the same firmware before the system is installed.</summary>
    public bool CopiesPartitions => map.Text("before_lineage_install") == LineagePages.CopyPartitions;

    /// <summary>As the wiki gives it: "fastboot flashing unlock"; null where the method's own page says it.</summary>
    public string? UnlockCommand => map.Text("custom_unlock_cmd");

    /// <summary>Keys that lead into the bootloader, or into the download mode; null when the text is not understood.</summary>
    public KeyCombination? BootloaderKeys => facts.KeysInto(IsDownloadMode ? "download" : "bootloader");

    public KeyCombination? RecoveryKeys => facts.KeysInto("recovery");

    public static bool IsFastboot(string method) => method.StartsWith("fastboot_", StringComparison.Ordinal);

    /// <summary>The key's node, for the place of a step that comes from it.</summary>
    public SourceNode Place(string key) => map.Find(key) ?? map;
}
