using System.Collections.Immutable;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Partitions;

/// <summary>One partition of one phone, such as <c>boot_a</c>.</summary>
/// <param name="Name">The full name, slot included; also the name of its file.</param>
/// <param name="BaseName">The name without the slot.</param>
/// <param name="Slot">The slot, or null for a partition that both slots share.</param>
/// <param name="SizeBytes">The size in bytes.</param>
/// <param name="Type">What <c>partition-type</c> answers.</param>
public sealed record Partition(string Name, string BaseName, string? Slot, long SizeBytes, string Type)
{
    /// <summary>The partition that a volume of super is for a host; <c>system_a</c> has the slot a.</summary>
    public static Partition Logical(LogicalVolume volume, ImmutableArray<string> slots)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var slot = slots.FirstOrDefault(name => volume.Name.EndsWith($"_{name}", StringComparison.Ordinal));
        var baseName = slot is null ? volume.Name : volume.Name[..^(slot.Length + 1)];
        return new(volume.Name, baseName, slot, volume.SizeBytes, "raw");
    }
}
