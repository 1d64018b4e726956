using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// Makes what a phone of a model would say in all its modes, from what data sets say of it. No data set has partition tables, so
/// every partition that a plan names is there and has room: what is missing is for the mutants.
/// </summary>
internal static class TwinFacts
{
    /// <summary>Every image is taken to have so many bytes …</summary>
    public const ulong ImageBytes = 32UL << 20;

    // … and every partition room for it.
    private const ulong PartitionBytes = 64UL << 20;
    private const ulong SuperBytes = 8UL << 30;
    private const string AndroidVersion = "getprop.ro.build.version.release";
    private const int OldestAndroid = 4;
    private const int NewestAndroid = 40;

    /// <summary>Null when nobody else says of the model what the recipe tells it by.</summary>
    /// <param name="model">What the data sets say that the recipe was not made of.</param>
    public static PhoneFacts? Of(ModelFacts model, Plan.V1.Plan plan)
    {
        if (model.Origins.IsEmpty)
        {
            return null;
        }

        var facts = new Dictionary<string, string>
        {
            ["getprop.ro.product.device"] = model.Codename,
            ["getvar.product"] = model.Codename,
            [AndroidVersion] = Fitting(plan),
            ["getprop.sys.oem_unlock_allowed"] = "1",
            ["getprop.ro.boot.flash.locked"] = Unlocks(plan) ? "1" : "0",
            ["getvar.unlock-ability"] = "1",
            ["getvar.unlocked"] = Unlocks(plan) ? "no" : "yes",
            ["getvar.securestate"] = Unlocks(plan) ? "locked" : "flashing_unlocked",
            ["battery.level"] = "80",
            ["battery.temperature"] = "25",
        };
        if (model.Names.Select(name => name.Value).FirstOrDefault() is { } printed)
        {
            facts[FactName.PersonModel] = printed;
        }

        if (model.Chips.SelectMany(chip => chip.Value.Platforms).FirstOrDefault() is { } platform)
        {
            facts["getprop.ro.board.platform"] = platform;
        }

        var twin = new PhoneFacts(facts);
        return plan.Model.Identity.Any(test => twin.Find(test.Fact) is null) ? null : twin.With(Storage(model, plan));
    }

    // The firmware that the recipe asks for is on the twin; that it is not is for a mutant.
    private static string Fitting(Plan.V1.Plan plan) => Enumerable.Range(OldestAndroid, NewestAndroid - OldestAndroid + 1)
        .Reverse()
        .Select(version => version.ToString(CultureInfo.InvariantCulture))
        .FirstOrDefault(
            version => Wanted(plan).All(test => FactJudge.Judge(test, new PhoneFacts([new(AndroidVersion, version)])) is Verdict.Holds),
            NewestAndroid.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a plan asks of the firmware beneath its build.</summary>
    public static IEnumerable<FactTest> Wanted(Plan.V1.Plan plan) => plan.Requirements
        .Concat(plan.Steps.Where(step => step.Assert is not null).SelectMany(step => step.Assert.Tests))
        .Where(test => test.Fact == AndroidVersion);

    public static bool Unlocks(Plan.V1.Plan plan) => Steps(plan).Any(step => step.Unlock is not null);

    /// <summary>With their fallbacks.</summary>
    public static IEnumerable<Step> Steps(Plan.V1.Plan plan) => plan.Steps.SelectMany(Flatten);

    /// <summary>What a plan writes or clears, without the slot's suffix.</summary>
    public static ImmutableArray<string> Partitions(Plan.V1.Plan plan) =>
    [
        .. Steps(plan)
            .Select(step => step.Flash?.Partition ?? step.Erase?.Partition ?? step.Format?.Partition ?? step.Logical?.Partition)
            .OfType<string>()
            .Distinct(),
    ];

    public static bool UsesSuper(Plan.V1.Plan plan) => Steps(plan).Any(step => step.Logical is not null || step.Super is not null);

    private static IEnumerable<KeyValuePair<string, string>> Storage(ModelFacts model, Plan.V1.Plan plan)
    {
        var hasSlots = UsesSlots(plan) || model.HasSlots.Any(said => said.Value);
        if (hasSlots)
        {
            yield return new("getvar.slot-count", "2");
            yield return new("getvar.current-slot", "a");
        }

        var logical = Steps(plan).Select(step => step.Logical?.Partition).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var partition in Partitions(plan).Append("metadata").Distinct())
        {
            var slotted = hasSlots && IsSlotted(plan, partition);
            yield return new($"getvar.has-slot:{partition}", slotted ? "yes" : "no");
            foreach (var name in slotted ? [$"{partition}_a", $"{partition}_b"] : (string[])[partition])
            {
                yield return new($"getvar.partition-size:{name}", Hex(PartitionBytes));
                if (logical.Contains(partition))
                {
                    yield return new($"getvar.is-logical:{name}", "yes");
                }
            }
        }

        if (UsesSuper(plan) || Partitions(plan).Contains("super"))
        {
            yield return new("getvar.super-partition-name", "super");
            yield return new("getvar.partition-size:super", Hex(SuperBytes));
        }
    }

    // What holds people's data exists once on every phone.
    private static bool IsSlotted(Plan.V1.Plan plan, string partition) =>
        partition is not ("userdata" or "metadata" or "cache" or "super" or "misc" or "persist")
        && (Slots(plan, partition).Any(slot => slot != Slot.Unspecified)
            || PartitionCatalogue.ClassOf(partition) is PartitionClass.Os or PartitionClass.BootChain or PartitionClass.Radio);

    private static bool UsesSlots(Plan.V1.Plan plan) => Steps(plan).Any(step =>
        step.SetSlot is not null
        || (step.Flash?.Slot ?? step.Erase?.Slot ?? step.Logical?.Slot ?? Slot.Unspecified) != Slot.Unspecified);

    private static IEnumerable<Slot> Slots(Plan.V1.Plan plan, string partition) => Steps(plan)
        .Where(step => (step.Flash?.Partition ?? step.Erase?.Partition ?? step.Logical?.Partition) == partition)
        .Select(step => step.Flash?.Slot ?? step.Erase?.Slot ?? step.Logical?.Slot ?? Slot.Unspecified);

    private static IEnumerable<Step> Flatten(Step step) => step.Fallback.SelectMany(Flatten).Prepend(step);

    private static string Hex(ulong bytes) => string.Create(CultureInfo.InvariantCulture, $"0x{bytes:x}");
}
