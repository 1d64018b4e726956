using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// A phone of a recipe's model, as it tells of itself in each of its modes: a running system knows nothing of the bootloader's
/// variables, Samsung's download mode only its partition table, a phone waiting for a package nothing.
/// </summary>
/// <param name="Facts">All that it knows; what only fastbootd tells stands under fastbootd.</param>
/// <param name="ImageBytes">How large each file of the plan is taken to be: no data set says, so each fits.</param>
public sealed record Twin(PhoneFacts Facts, Confirmation Confirmation, FrozenDictionary<string, ulong> ImageBytes)
{
    private const string Motorola = "motorola";
    private const string Allowed = "1";

    /// <summary>Versions that phones have, the newest first.</summary>
    internal static readonly ImmutableArray<string> Androids =
    [
        "17", "16", "15", "14", "13", "12.1", "12", "11", "10", "9", "8.1.0", "8.0.0", "7.1.2", "7.1.1", "7.1", "7.0", "6.0.1", "6.0",
        "5.1.1", "5.1", "5.0.2", "5.0", "4.4.4", "4.4.2", "4.4", "4.3", "4.2.2", "4.1.2",
    ];

    /// <summary>Null when nobody, not even the recipe, says how the phone answers a question for its model.</summary>
    /// <param name="model">What all data sets say of it; null when none knows it.</param>
    /// <param name="dataSet">The recipe's own.</param>
    /// <param name="recorded">
    /// What a phone of the model said, in place of all that it would only be taken to say in the same way; but whether it was open and
    /// charged at that hour does not matter. None: nobody recorded one.
    /// </param>
    public static Twin? Of(Plan.V1.Plan plan, ModelFacts? model, string dataSet, PhoneFacts recorded)
    {
        if (TwinIdentity.Of(plan, model, dataSet, recorded) is not var (identity, confirmation))
        {
            return null;
        }

        var described = new PhoneFacts(
        [
            new(FactName.Device, plan.Model.Codename),
            new($"{FactName.Getvar}.product", plan.Model.Codename),
            new(FactName.Platform, model is null ? "" : ModelMarks.Of(model, FactName.Platform).FirstOrDefault("")),
            new(FactName.AndroidVersion, FittingAndroid(plan)),
            new(LockFacts.Switch, Allowed),
            new(FactName.UnlockAbility, Allowed),
            new("battery.level", "80"),
            new("battery.temperature", "25"),
            new(LockFacts.FlashLocked, "0"),
            plan.Model.Vendor == Motorola ? new(LockFacts.SecureState, "flashing_unlocked") : new(LockFacts.Unlocked, "yes"),
            .. new TwinStorage(plan, model?.Without(dataSet)).Facts()
                .Where(fact => !recorded.ListsPartitions || FactSources.Of(fact.Key) is not FactSource.Storage),
        ]);
        var known = described.Learn(recorded).With(identity.All);
        var facts = UnlockFacts.Tell(known.Find(LockFacts.Switch) is null ? known : known.With(LockFacts.Switch, Allowed), !PlanParts.Unlocks(plan));
        return new Twin(facts, confirmation, TwinStorage.ImagesOf(plan, facts)) { BroughtRecovery = MarksOfRecovery(plan, facts) };
    }

    /// <summary>What the recovery that the plan writes says of itself, where the plan asks whether it is there.</summary>
    public PhoneFacts BroughtRecovery { get; init; } = PhoneFacts.None;

    /// <summary>What a station learns of it in this mode.</summary>
    public PhoneFacts In(PhoneMode mode) => mode switch
    {
        PhoneMode.System => Of(FactName.Getprop, FactName.Battery, FactName.Person),
        PhoneMode.Recovery => Of(FactName.Getprop).With(BroughtRecovery.All),
        PhoneMode.Bootloader => Of(FactName.Getvar),
        PhoneMode.Fastbootd => new PhoneFacts(
        [
            .. Of(FactName.Getvar).All.Select(fact => KeyValuePair.Create(FactName.InFastbootd(fact.Key), fact.Value)),
            .. Of(FactName.Fastbootd).All,
            new($"{FactName.Fastbootd}.is-userspace", "yes"),
            new($"{FactName.Fastbootd}.cpu-abi", "arm64-v8a"), // a word of its own, as fastbootd has: the bootloader takes the others back
        ]),
        PhoneMode.Download => Of(FactName.Usb, FactName.Partition),
        PhoneMode.Sideload or PhoneMode.Edl or PhoneMode.Unspecified => PhoneFacts.None,
    };

    /// <summary>The same phone after its bootloader was opened.</summary>
    public Twin Unlocked() => this with { Facts = UnlockFacts.Tell(Facts, isUnlocked: true) };

    private PhoneFacts Of(params string[] sources) => new(Facts.All.Where(fact => sources.Contains(FactName.SourceOf(fact.Key))));

    private static PhoneFacts MarksOfRecovery(Plan.V1.Plan plan, PhoneFacts known) => !PlanParts.BringsRecovery(plan)
        ? PhoneFacts.None
        : new PhoneFacts(PlanParts.Asserted(plan)
            .Where(test => test is { HasPresent: true, Present: true })
            .Where(test => FactName.SourceOf(test.Fact) == FactName.Getprop && known.Find(test.Fact) is null)
            .Select(test => KeyValuePair.Create(test.Fact, Allowed))
            .DistinctBy(fact => fact.Key));

    // The firmware that the recipe asks for is on the twin; that it is not is for a mutant.
    private static string FittingAndroid(Plan.V1.Plan plan) =>
        Androids.FirstOrDefault(version => IsAndroidFitting(plan, version), Androids[0]);

    /// <summary>Whether an Android version is what the plan asks for beneath its build.</summary>
    internal static bool IsAndroidFitting(Plan.V1.Plan plan, string version) => PlanParts.AndroidTests(plan)
        .All(test => FactJudge.Judge(test, PhoneFacts.None.With(FactName.AndroidVersion, version)) is Verdict.Holds);
}
