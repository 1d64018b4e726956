using System.Collections.Immutable;

namespace Espero.VirtualPhone.Models;

/// <summary>A made-up model of phone: everything that two phones of it have in common.</summary>
public sealed record PhoneModel
{
    /// <summary>What <c>--model</c> takes, and the codename that builds and recipes name.</summary>
    public required string Name { get; init; }

    /// <summary>The answer to <c>getvar:product</c>.</summary>
    public required string Product { get; init; }

    public required string Variant { get; init; }

    public required string HardwareRevision { get; init; }

    public required string BootloaderVersion { get; init; }

    public required string BasebandVersion { get; init; }

    /// <summary>The partition whose image decides whether a slot can boot.</summary>
    public string BootPartition { get; init; } = "boot";

    /// <summary>The slots in order, <c>a</c> first; empty for a phone without slots.</summary>
    public ImmutableArray<string> Slots { get; init; } = [];

    public required ImmutableArray<PartitionModel> Partitions { get; init; }

    /// <summary>Partitions that lose everything when the lock changes, either way.</summary>
    public required ImmutableArray<string> PrivatePartitions { get; init; }

    public required RefusalTexts Refusals { get; init; }

    /// <summary>The most bytes one <c>download:</c> may have; 1 to 4 GiB − 1.</summary>
    public long MaxDownloadSizeBytes { get; init; } = 256 * Size.MiB;

    public int EraseBlockSizeBytes { get; init; } = 4096;

    public int LogicalBlockSizeBytes { get; init; } = 4096;

    public bool HasSlots => !Slots.IsEmpty;
}
