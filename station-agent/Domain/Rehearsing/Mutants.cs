using System.Globalization;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>Makes phones that a recipe must refuse out of one that it takes.</summary>
internal static class Mutants
{
    private const string Platform = "getprop.ro.board.platform";

    /// <summary>Null where the mutation says nothing: a phone without super has no super of another system.</summary>
    public static PhoneFacts? Make(Mutation mutation, PhoneFacts twin, Plan.V1.Plan plan) => mutation switch
    {
        Mutation.OtherProduct => twin.With("getprop.ro.product.device", "another-phone").With("getvar.product", "another-phone"),
        Mutation.OtherChip => twin.Find(Platform) is null ? null : twin.With(Platform, "another-chip"),
        Mutation.OtherPrint => plan.Model.Identity.Any(test => test.Fact == FactName.PersonModel)
            ? twin.With(FactName.PersonModel, "another model")
            : null,
        Mutation.PartitionMissing => Written(plan) is { } partition ? Without(twin, partition) : null,
        Mutation.PartitionTooSmall => Written(plan) is { } partition ? Shrunk(twin, partition) : null,
        Mutation.Locked => TwinFacts.Unlocks(plan)
            ? twin.With("getprop.sys.oem_unlock_allowed", "0").With("getvar.unlock-ability", "0")
            : twin.With("getvar.unlocked", "no").With("getprop.ro.boot.flash.locked", "1").With("getvar.securestate", "locked"),
        Mutation.SuperOfAnotherSystem => TwinFacts.Steps(plan).Any(step => step.Logical is not null) ? CrampedSuper(twin) : null,
        Mutation.BatteryLow => twin.With("battery.level", "10"),
        Mutation.OlderFirmware => OlderFirmware(twin, plan),
        _ => null,
    };

    // One that an image is written to, and that is no logical one: those take the size of what is written.
    private static string? Written(Plan.V1.Plan plan)
    {
        var logical = TwinFacts.Steps(plan).Select(step => step.Logical?.Partition).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return plan.Steps.Where(step => step.Condition is null)
            .Select(step => step.Flash?.Partition)
            .FirstOrDefault(partition => partition is not null && !logical.Contains(partition));
    }

    private static PhoneFacts Without(PhoneFacts twin, string partition) =>
        twin.With(Names(partition).Select(name => KeyValuePair.Create($"getvar.partition-size:{name}", "")));

    private static PhoneFacts Shrunk(PhoneFacts twin, string partition) => twin.With(
        Names(partition)
            .Where(name => twin.Find($"getvar.partition-size:{name}") is not null)
            .Select(name => KeyValuePair.Create(
                $"getvar.partition-size:{name}", (TwinFacts.ImageBytes / 2).ToString("x", CultureInfo.InvariantCulture))));

    private static PhoneFacts CrampedSuper(PhoneFacts twin) => twin.With("getvar.partition-size:super", "0x200000");

    private static PhoneFacts? OlderFirmware(PhoneFacts twin, Plan.V1.Plan plan) =>
        TwinFacts.Wanted(plan).FirstOrDefault() is { } wanted ? twin.With(wanted.Fact, "1") : null;

    private static string[] Names(string partition) => [partition, $"{partition}_a", $"{partition}_b"];
}
