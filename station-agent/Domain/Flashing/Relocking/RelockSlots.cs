using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing.Relocking;

/// <summary>The slot that starts must hold everything that was written, and both slots the same where both were.</summary>
internal static class RelockSlots
{
    public static IEnumerable<RelockGap> Missing(PhoneSimulation phone)
    {
        var slotted = phone.Written
            .Where(written => written.Value.Length > 0 && PartitionCatalogue.WithoutSlot(written.Key) != written.Key)
            .GroupBy(written => PartitionCatalogue.WithoutSlot(written.Key), StringComparer.Ordinal)
            .OrderBy(partition => partition.Key, StringComparer.Ordinal)
            .ToList();
        if (slotted.Count == 0)
        {
            yield break;
        }

        if (phone.CurrentSlot is not { } slot)
        {
            yield return new(RelockProof.Slots, "which slot starts is not known.");
            yield break;
        }

        foreach (var partition in slotted)
        {
            if (!partition.Any(written => written.Key == $"{partition.Key}_{slot}"))
            {
                yield return new(RelockProof.Slots, $"slot {slot} starts, and {partition.Key} was written to the other one only.");
            }
            else if (partition.Select(written => written.Value).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return new(RelockProof.Slots, $"{partition.Key} holds different images in its slots.");
            }
        }

        if (phone.Facts.Getvar($"slot-unbootable:{slot}") == "yes")
        {
            yield return new(RelockProof.Slots, $"the bootloader calls slot {slot} unbootable.");
        }
    }
}
