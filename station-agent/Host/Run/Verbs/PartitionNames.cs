using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>Finds what the bootloader calls a partition: with or without a slot's suffix, one copy or both.</summary>
internal static class PartitionNames
{
    public static async Task<(ImmutableArray<string> Names, StepEnd End)> FindAsync(
        FastbootSession session, string partition, Slot slot, CancellationToken cancellationToken)
    {
        var hasSlot = await session.GetVarAsync($"has-slot:{partition}", cancellationToken);
        if (!hasSlot.Succeeded)
        {
            return ([], hasSlot.ToStepEnd());
        }

        if (hasSlot.Value != "yes")
        {
            return slot is Slot.Unspecified
                ? ([partition], StepEnd.Done)
                : await FindLetteredAsync(session, partition, slot, cancellationToken);
        }

        var (letters, end) = await LettersAsync(session, slot, cancellationToken);
        return ([.. letters.Select(letter => $"{partition}_{letter}")], end);
    }

    // Some phones without slots have partitions whose names end in a letter all the same.
    private static async Task<(ImmutableArray<string> Names, StepEnd End)> FindLetteredAsync(
        FastbootSession session, string partition, Slot slot, CancellationToken cancellationToken)
    {
        var name = PhoneFacts.LetteredName(partition, slot) ?? partition;
        var size = await session.GetVarAsync($"partition-size:{name}", cancellationToken);
        return !size.Succeeded ? ([], size.ToStepEnd())
            : name != partition && size.Value is { Length: > 0 } ? ([name], StepEnd.Done)
            : ([], StepEnd.Failed(FailureCode.WrongSlot, $"The partition {partition} has no slots."));
    }

    /// <summary>The letters of the slots that a step means; fails where they hang on the current one and the phone tells none.</summary>
    public static async Task<(ImmutableArray<string> Letters, StepEnd End)> LettersAsync(
        FastbootSession session, Slot slot, CancellationToken cancellationToken)
    {
        var current = await session.GetVarAsync("current-slot", cancellationToken);
        if (!current.Succeeded)
        {
            return ([], current.ToStepEnd());
        }

        var letters = Letters(slot, current.Value?.TrimStart('_').ToLowerInvariant());
        return letters.IsEmpty
            ? ([], StepEnd.Failed(FailureCode.WrongSlot, "The phone does not say which slot is current."))
            : (letters, StepEnd.Done);
    }

    private static ImmutableArray<string> Letters(Slot slot, string? current) => (slot, current) switch
    {
        (Slot.A, _) => ["a"],
        (Slot.B, _) => ["b"],
        (Slot.Both, _) => ["a", "b"],
        (Slot.Unspecified, "a" or "b") => [current],
        (Slot.Other, "a") => ["b"],
        (Slot.Other, "b") => ["a"],
        _ => [],
    };
}
