using System.Collections.Immutable;
using Espero.VirtualPhone.Models;

namespace Espero.VirtualPhone.Partitions;

/// <summary>The partitions of a model with its slots written out.</summary>
public sealed class PartitionTable
{
    public PartitionTable(PhoneModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        All = [.. model.Partitions.SelectMany(partition => PerSlot(model, partition))];
    }

    public ImmutableArray<Partition> All { get; }

    /// <summary>
    /// The partition that a host means: the full name, or the name without its slot, which stands for the current slot.
    /// </summary>
    public Partition? Find(string name, string currentSlot) => Named(name) ?? Named($"{name}_{currentSlot}");

    /// <summary>Whether <c>has-slot</c> is yes; null when no partition has that name.</summary>
    public bool? HasSlot(string baseName) =>
        All.FirstOrDefault(partition => partition.BaseName == baseName) is { } found ? found.Slot is not null : null;

    private Partition? Named(string name) => All.FirstOrDefault(partition => partition.Name == name);

    private static IEnumerable<Partition> PerSlot(PhoneModel model, PartitionModel partition)
    {
        return partition.PerSlot ? model.Slots.Select(slot => Copy($"{partition.Name}_{slot}", slot)) : [Copy(partition.Name, slot: null)];

        Partition Copy(string name, string? slot) => new(name, partition.Name, slot, partition.SizeBytes, partition.Type);
    }
}
