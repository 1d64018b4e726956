using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>
/// Every partition that is written in this mode exists, has the slot that is named, and is large enough. A bootloader that lists
/// no sizes at all is old; then the phone itself refuses what does not fit.
/// </summary>
internal static class PartitionCheck
{
    public static IEnumerable<Refusal> Run(PreflightSubject subject) => subject.StepsInThisMode().SelectMany(step => step.VerbCase switch
    {
        Step.VerbOneofCase.Flash => Target(subject, step, step.Flash.Partition, step.Flash.Slot, ImageBytes(subject, step.Flash.FileName)),
        Step.VerbOneofCase.Erase => Target(subject, step, step.Erase.Partition, step.Erase.Slot, imageBytes: 0),
        Step.VerbOneofCase.Format => Target(subject, step, step.Format.Partition, Slot.Unspecified, imageBytes: 0),
        Step.VerbOneofCase.SetSlot => ActiveSlot(subject, step),
        _ => [],
    });

    private static IEnumerable<Refusal> Target(PreflightSubject subject, Step step, string partition, Slot slot, ulong imageBytes)
    {
        var facts = subject.Facts;
        if (facts.HasSlots(partition) is false && slot != Slot.Unspecified)
        {
            return [new Refusal(FailureCode.AmbiguousVariant, step.Id, $"{partition} has no slots on this phone, and the step names one.")];
        }

        var names = facts.NamesOf(partition, slot);
        return names.Count == 0
            ? [new Refusal(FailureCode.PhoneNotIdentified, step.Id, $"{partition} has slots, and the phone does not say which one is current.")]
            : names.SelectMany(name => Place(facts, step, name, imageBytes));
    }

    private static IEnumerable<Refusal> Place(PhoneFacts facts, Step step, string name, ulong imageBytes)
    {
        var sizeBytes = facts.PartitionSizeBytes(name);
        if (sizeBytes is null && facts.ListsPartitions)
        {
            yield return new Refusal(FailureCode.PartitionMissing, step.Id, $"The phone lists its partitions, and {name} is not among them.");
        }
        else if (sizeBytes < imageBytes)
        {
            yield return new Refusal(FailureCode.ImageTooBig, step.Id, $"{name} holds {sizeBytes} bytes; the image has {imageBytes}.");
        }
    }

    private static IEnumerable<Refusal> ActiveSlot(PreflightSubject subject, Step step)
    {
        var count = subject.Facts.Getvar("slot-count");
        if (count is "0" or "1")
        {
            yield return new Refusal(FailureCode.AmbiguousVariant, step.Id, $"The plan changes the slot, and the phone has slot-count {count}.");
        }
        else if (step.SetSlot.Slot == Slot.Other && subject.Facts.CurrentSlot is null)
        {
            yield return new Refusal(FailureCode.PhoneNotIdentified, step.Id, "The plan takes the other slot, and the phone does not say which one is current.");
        }
    }

    private static ulong ImageBytes(PreflightSubject subject, string fileName) =>
        subject.UnpackedBytes.TryGetValue(fileName, out var unpackedBytes)
            ? unpackedBytes
            : subject.Plan.Files.FirstOrDefault(file => file.Name == fileName)?.SizeBytes ?? 0;
}
