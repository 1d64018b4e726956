using System.Collections.Immutable;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Models;

/// <summary>A made-up model of phone: everything that two phones of it have in common.</summary>
public sealed record PhoneModel
{
    /// <summary>What <c>--model</c> takes, and the codename that builds and recipes name.</summary>
    public required string Name { get; init; }

    /// <summary>The answer to <c>getvar:product</c>.</summary>
    public required string Product { get; init; }

    /// <summary>What <c>ro.product.device</c> says; the name when not given.</summary>
    public string Codename { get => field ?? Name; init; }

    /// <summary>What <c>ro.product.model</c> says; the name when not given.</summary>
    public string MarketName { get => field ?? Name; init; }

    public string Brand { get; init; } = "espero";

    public required string Variant { get; init; }

    public required string HardwareRevision { get; init; }

    public required string BootloaderVersion { get; init; }

    public required string BasebandVersion { get; init; }

    /// <summary>The system as delivered.</summary>
    public InstalledSystem System
    {
        get => field ?? new($"{Brand}/{Product}/{Codename}:13/FACTORY/1:user/release-keys", "13", "2023-06-05", 1_685_923_200);
        init;
    }

    /// <summary>The partition whose image decides whether a slot can boot.</summary>
    public string BootPartition { get; init; } = "boot";

    /// <summary>The slots in order, <c>a</c> first; empty for a phone without slots.</summary>
    public ImmutableArray<string> Slots { get; init; } = [];

    public required ImmutableArray<PartitionModel> Partitions { get; init; }

    /// <summary>Partitions that lose everything when the lock changes, either way.</summary>
    public required ImmutableArray<string> PrivatePartitions { get; init; }

    public required RefusalTexts Refusals { get; init; }

    public BootloaderTraits Traits { get; init; } = new();

    public Delivery Delivery { get; init; } = new();

    /// <summary>The dynamic partitions; null for a model without them, which has no fastbootd either.</summary>
    public SuperModel? Super { get; init; }

    /// <summary>Whether the bootloader takes <c>reboot-recovery</c>.</summary>
    public bool BootloaderKnowsRecovery { get; init; }

    /// <summary>Whether the bootloader has <c>oem</c> commands and critical locks.</summary>
    public bool HasOemCommands { get; init; }

    /// <summary>What the maker gives for this one phone: nothing else unlocks it. Null for a model that asks for nothing.</summary>
    public string? UnlockCode { get; init; }

    /// <summary>Whether the phone was sold by a carrier that never lets it be unlocked.</summary>
    public bool IsCarrierLocked { get; init; }

    /// <summary>Whether a written boot image must look like one, and vbmeta must suit the lock, before the system starts.</summary>
    public bool ChecksImages { get; init; }

    /// <summary>Whether a vbmeta or package older than what the phone remembers is refused.</summary>
    public bool RefusesRollback { get; init; }

    /// <summary>Whether the bootloader refuses to write on a nearly empty battery.</summary>
    public bool ChecksBattery { get; init; }

    /// <summary>More properties of the system, or other values for the usual ones.</summary>
    public ImmutableArray<(string Name, string Value)> Properties { get; init; } = [];

    /// <summary>More variables of the bootloader, or other values for the usual ones.</summary>
    public ImmutableArray<(string Name, string Value)> Variables { get; init; } = [];

    /// <summary>The most bytes one <c>download:</c> may have; 1 to 4 GiB − 1.</summary>
    public long MaxDownloadSizeBytes { get; init; } = 256 * Size.MiB;

    public int EraseBlockSizeBytes { get; init; } = 4096;

    public int LogicalBlockSizeBytes { get; init; } = 4096;

    public bool HasSlots => !Slots.IsEmpty;

    public bool HasFastbootd => Super is not null;
}
