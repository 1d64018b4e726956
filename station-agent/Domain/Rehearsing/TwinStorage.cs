using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// A twin's storage. No data set has partition tables, so every partition that a plan names is there and has room: what is missing
/// is for the mutants. Slots are as an outsider says, else as the plan takes them.
/// </summary>
internal sealed class TwinStorage
{
    // Every image is taken to have so many bytes …
    private const ulong ImageBytes = 32UL << 20;

    // … and every partition room for it.
    private const ulong PartitionBytes = 64UL << 20;
    private const ulong SuperBytes = 8UL << 30;

    private static readonly ImmutableArray<string> NeverSlotted = ["userdata", "metadata", "cache", "super", "misc", "persist"];

    private readonly ImmutableArray<Step> _steps;
    private readonly bool _hasSlots;

    /// <param name="model">What others than the recipe's own source say; null when nobody does.</param>
    public TwinStorage(Plan.V1.Plan plan, ModelFacts? model)
    {
        _steps = [.. plan.AllSteps()];
        _hasSlots = model is { HasSlots: [var said, ..] } ? said.Value : _steps.Any(NamesASlot);
    }

    public IEnumerable<KeyValuePair<string, string>> Facts()
    {
        ImmutableHashSet<string> logical = [.. _steps.Select(step => step.Logical?.Partition).OfType<string>()];
        if (_hasSlots)
        {
            yield return new($"{FactName.Getvar}.slot-count", "2");
            yield return new($"{FactName.Getvar}.current-slot", "a");
        }

        foreach (var partition in _steps.Select(PlanParts.PartitionOf).OfType<string>().Append("metadata").Distinct())
        {
            var isSlotted = _hasSlots && IsSlotted(partition);
            yield return new($"{FactName.Getvar}.has-slot:{partition}", isSlotted ? "yes" : "no");
            foreach (var name in isSlotted || NamesALetter(partition) ? [$"{partition}_a", $"{partition}_b"] : (string[])[partition])
            {
                var source = logical.Contains(partition) ? FactName.Fastbootd : FactName.Getvar;
                yield return new($"{source}.partition-size:{name}", Hex(PartitionBytes));
                yield return logical.Contains(partition)
                    ? new($"{source}.is-logical:{name}", "yes")
                    : new($"{FactName.Partition}.{name}", PartitionBytes.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (PlanParts.UsesSuper(_steps))
        {
            yield return new($"{FactName.Getvar}.super-partition-name", "super");
            yield return new($"{FactName.Getvar}.partition-size:super", Hex(SuperBytes));
        }
    }

    /// <summary>A size for each file of the plan: no more than the smallest partition holds that it is written to.</summary>
    public static FrozenDictionary<string, ulong> ImagesOf(Plan.V1.Plan plan, PhoneFacts facts)
    {
        var writes = plan.AllSteps().Select(step => step.Flash).OfType<Flash>().ToLookup(write => write.FileName, StringComparer.Ordinal);
        return plan.Files.ToFrozenDictionary(
            file => file.Name,
            file => writes[file.Name]
                .SelectMany(write => facts.NamesOf(write.Partition, write.Slot))
                .Where(name => facts.Getvar($"is-logical:{name}") != "yes")
                .Select(facts.PartitionSizeBytes)
                .OfType<ulong>()
                .Where(sizeBytes => sizeBytes > 0)
                .Append(ImageBytes)
                .Min(),
            StringComparer.Ordinal);
    }

    public static string Hex(ulong bytes) => string.Create(CultureInfo.InvariantCulture, $"0x{bytes:x}");

    // What holds people's data exists once on every phone.
    private bool IsSlotted(string partition) =>
        !NeverSlotted.Contains(partition)
        && (_steps.Any(step => PlanParts.PartitionOf(step) == partition && NamesASlot(step))
            || PartitionCatalogue.ClassOf(partition) is PartitionClass.Os or PartitionClass.BootChain or PartitionClass.Radio);

    // Some phones without slots have partitions that are called so all the same.
    private bool NamesALetter(string partition) => _steps.Any(step =>
        PlanParts.PartitionOf(step) == partition && (step.Flash?.Slot ?? step.Erase?.Slot) is Slot.A or Slot.B);

    private static bool NamesASlot(Step step) =>
        step.SetSlot is not null
        || (step.Flash?.Slot ?? step.Erase?.Slot ?? step.Logical?.Slot ?? Slot.Unspecified) != Slot.Unspecified;
}
