using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>Makes phones that a recipe must refuse out of one that it takes.</summary>
/// <param name="sister">The model that is most easily taken for it; null where its maker has no other.</param>
/// <param name="otherPlatform">A chip family of the maker's that is not the model's; null where there is none.</param>
internal sealed class Mutants(Twin twin, Plan.V1.Plan plan, ModelFacts? sister, string? otherPlatform)
{
    private const ulong RoomLeftBytes = 16UL << 20;

    /// <summary>Null where the mutation says nothing: a phone without super has no super of another system.</summary>
    public Twin? Make(Mutation mutation) => Facts(mutation) is { } facts ? twin with { Facts = facts } : null;

    /// <summary>The classes that name what is wrong: refused with any other, the recipe was only lucky.</summary>
    public static ImmutableArray<string> Fitting(Mutation mutation) => mutation switch
    {
        Mutation.OtherProduct or Mutation.OtherChip or Mutation.OtherPrint => [FailureCode.WrongPhone, FailureCode.AmbiguousVariant],
        Mutation.PartitionMissing => [FailureCode.PartitionMissing],
        Mutation.PartitionTooSmall => [FailureCode.ImageTooBig],
        Mutation.Locked => [FailureCode.BootloaderLocked, FailureCode.OemUnlockNotAllowed, FailureCode.AssertionFailed],
        Mutation.SuperOfAnotherSystem => [FailureCode.SuperNeedsWipe, FailureCode.PartitionMissing],
        Mutation.BatteryLow => [FailureCode.BatteryLow],
        Mutation.OlderFirmware => [FailureCode.RequirementNotMet, FailureCode.AssertionFailed],
    };

    private PhoneFacts? Facts(Mutation mutation) => mutation switch
    {
        Mutation.OtherProduct => sister is null ? null : twin.Facts.With(OfSister(sister)),
        Mutation.OtherChip => twin.Facts.Find(FactName.Platform) is null || otherPlatform is null
            ? null
            : twin.Facts.With(FactName.Platform, otherPlatform),
        Mutation.OtherPrint => sister is not null && PlanParts.Asks(plan, FactName.PersonModel)
            ? twin.Facts.With(FactName.PersonModel, Print(sister))
            : null,
        Mutation.PartitionMissing => Written() is { } write ? Resized(write.Partition, sizeBytes: null) : null,
        Mutation.PartitionTooSmall => Written() is { } write ? Resized(write.Partition, twin.ImageBytes[write.FileName] / 2) : null,
        Mutation.Locked => PlanParts.Unlocks(plan)
            ? twin.Facts.With([new(LockFacts.Switch, "0"), new(FactName.UnlockAbility, "0")])
            : UnlockFacts.Tell(twin.Facts, isUnlocked: false).With(LockFacts.Switch, "0"),
        Mutation.SuperOfAnotherSystem => FilledSuper(),
        Mutation.BatteryLow => twin.Facts.With("battery.level", "10"),
        Mutation.OlderFirmware => OlderAndroid() is { } older ? twin.Facts.With(FactName.AndroidVersion, older) : null,
    };

    private IEnumerable<KeyValuePair<string, string>> OfSister(ModelFacts other) =>
    [
        new(FactName.Device, other.Codename),
        new($"{FactName.Getvar}.product", other.Codename),
        .. twin.Facts.Find(FactName.PersonModel) is null
            ? Enumerable.Empty<KeyValuePair<string, string>>()
            : [new(FactName.PersonModel, Print(other))],
    ];

    private static string Print(ModelFacts model) => ModelMarks.Of(model, FactName.PersonModel)[0];

    // One that an image is written to, and that is no logical one: those take the size of what is written.
    private Flash? Written()
    {
        var logical = plan.AllSteps().Select(step => step.Logical?.Partition).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return plan.Steps.Where(step => step.Condition is null)
            .Select(step => step.Flash)
            .FirstOrDefault(write => write is not null && !logical.Contains(write.Partition));
    }

    private PhoneFacts Resized(string partition, ulong? sizeBytes) => twin.Facts.With(
        from name in (string[])[partition, $"{partition}_a", $"{partition}_b"]
        from fact in Sizes(name, sizeBytes)
        where twin.Facts.All.Any(known => known.Key == fact.Key)
        select fact);

    private static IEnumerable<KeyValuePair<string, string>> Sizes(string name, ulong? sizeBytes)
    {
        var size = sizeBytes is { } bytes ? TwinStorage.Hex(bytes) : "";
        return
        [
            new($"{FactName.Getvar}.partition-size:{name}", size),
            new($"{FactName.Fastbootd}.partition-size:{name}", size),
            new($"{FactName.Partition}.{name}", sizeBytes?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ];
    }

    // Only where the recipe counts on the room that is there: one that writes super whole makes its own. What it deletes by name is its
    // model's own system, never this one.
    private PhoneFacts? FilledSuper()
    {
        Step[] steps = [.. plan.AllSteps()];
        var fills = steps.Any(step => step.Logical?.Action is Logical.Types.Action.Create or Logical.Types.Action.Resize);
        var makesRoom = steps.Any(step => step.Super is not null || PlanParts.PartitionOf(step) == "super");
        return fills && !makesRoom && twin.Facts.PartitionSizeBytes("super") is { } superBytes
            ? twin.Facts.With(
            [
                new($"{FactName.Fastbootd}.is-logical:another_system", "yes"),
                new($"{FactName.Fastbootd}.partition-size:another_system", TwinStorage.Hex(superBytes - RoomLeftBytes)),
            ])
            : null;
    }

    // The next one below that does not do.
    private string? OlderAndroid() => PlanParts.AndroidTests(plan).Any()
        ? Twin.Androids
            .SkipWhile(version => version != twin.Facts.Find(FactName.AndroidVersion))
            .FirstOrDefault(lower => !Twin.IsAndroidFitting(plan, lower))
        : null;
}
