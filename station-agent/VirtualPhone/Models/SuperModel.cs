using System.Collections.Immutable;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Models;

/// <summary>The super partition of a model with dynamic partitions.</summary>
/// <param name="SizeBytes">The size of super in bytes, its own metadata included.</param>
/// <param name="Volumes">The logical partitions as delivered.</param>
public sealed record SuperModel(long SizeBytes, ImmutableArray<LogicalVolume> Volumes)
{
    private const long MetadataBytes = 1 << 20;

    public const string PartitionName = "super";

    /// <summary>What the logical partitions may have together, in bytes.</summary>
    public long RoomBytes => SizeBytes - MetadataBytes;
}
