using System.Collections.Immutable;
using System.Globalization;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Recorded;

/// <summary>The partitions in the facts of a real phone.</summary>
internal static class RecordedPartitions
{
    private const string SizeVariable = "partition-size:";
    private const string SlotA = "_a";
    private const string SlotB = "_b";

    /// <summary>The partitions of the bootloader; those of the template where none were recorded.</summary>
    public static ImmutableArray<PartitionModel> Physical(RecordedFacts facts, bool hasSlots, PhoneModel template)
    {
        var sizes = Sizes(facts, "getvar.").Concat(Sizes(facts, "fastbootd."))
            .Where(found => !IsLogical(facts, found.Name))
            .DistinctBy(found => found.Name)
            .ToDictionary(found => found.Name, found => found.SizeBytes, StringComparer.Ordinal);
        foreach (var (name, text) in facts.Of("partition.").Where(found => !sizes.ContainsKey(found.Name) && !IsLogical(facts, found.Name)))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sizeBytes) && sizeBytes > 0)
            {
                sizes[name] = sizeBytes;
            }
        }

        var found = sizes
            .Where(size => PhoneSerial.IsValid(size.Key) && !(hasSlots && size.Key.EndsWith(SlotB, StringComparison.Ordinal)))
            .Select(size => Model(facts, size.Key, size.Value, hasSlots))
            .OrderBy(partition => partition.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        return found.IsEmpty ? template.Partitions : found;
    }

    /// <summary>The logical partitions; null for a phone without super.</summary>
    public static SuperModel? Super(RecordedFacts facts)
    {
        var name = facts.First("fastbootd.super-partition-name", "getvar.super-partition-name") ?? SuperModel.PartitionName;
        var size = facts.First($"getvar.{SizeVariable}{name}", $"fastbootd.{SizeVariable}{name}");
        if (size is null || RecordedNumber.PartitionSize(size) is not { } sizeBytes)
        {
            return null;
        }

        var volumes = Sizes(facts, "fastbootd.").Concat(Sizes(facts, "getvar."))
            .Where(found => IsLogical(facts, found.Name) && PhoneSerial.IsValid(found.Name))
            .DistinctBy(found => found.Name)
            .Select(found => new LogicalVolume(found.Name, found.SizeBytes));
        return new SuperModel(sizeBytes, [.. volumes.OrderBy(volume => volume.Name, StringComparer.Ordinal)]);
    }

    private static PartitionModel Model(RecordedFacts facts, string name, long sizeBytes, bool hasSlots)
    {
        var type = facts.First($"getvar.partition-type:{name}") ?? "raw";
        return hasSlots && name.EndsWith(SlotA, StringComparison.Ordinal)
            ? new PartitionModel(name[..^SlotA.Length], sizeBytes, type, PerSlot: true)
            : new PartitionModel(name, sizeBytes, type);
    }

    private static IEnumerable<(string Name, long SizeBytes)> Sizes(RecordedFacts facts, string source) =>
        from fact in facts.Of(source + SizeVariable)
        let sizeBytes = RecordedNumber.PartitionSize(fact.Value)
        where sizeBytes is not null
        select (fact.Name, sizeBytes.Value);

    private static bool IsLogical(RecordedFacts facts, string name) =>
        facts.First($"fastbootd.is-logical:{name}", $"getvar.is-logical:{name}") == "yes";
}
