using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>
/// Asks a phone all that a plan's checks need. A bootloader that does not list its partitions is asked for the plan's one by one:
/// some refuse "getvar all", and would look as if they had none. Whether it may be unlocked it says only when asked.
/// </summary>
internal static class PlanLook
{
    public static async Task<TalkResult<PhoneSight>> AskAsync(PhoneTalk talk, Plan.V1.Plan plan, CancellationToken cancellationToken)
    {
        var look = await talk.LookAsync(cancellationToken);
        if (look.Succeeded && talk is DownloadTalk)
        {
            return await talk.AskAsync(look.Value, [FactName.Partition], cancellationToken);
        }

        if (look.Succeeded && talk is FastbootTalk && look.Value.Mode is PhoneMode.Bootloader && plan.AllSteps().Any(AsksForAbility))
        {
            look = await talk.AskAsync(look.Value, [FactName.UnlockAbility], cancellationToken);
        }

        if (!look.Succeeded || talk is not FastbootTalk || FactsOf(look.Value).ListsPartitions)
        {
            return look;
        }

        var targets = Targets(plan);
        var slots = await talk.AskAsync(
            look.Value, [.. targets.Select(target => $"{FactName.Getvar}.has-slot:{target.Partition}").Distinct()], cancellationToken);
        if (!slots.Succeeded)
        {
            return slots;
        }

        var facts = FactsOf(slots.Value);
        var names = targets.SelectMany(target => facts.NamesOf(target.Partition, target.Slot));
        return await talk.AskAsync(
            slots.Value, [.. names.Select(name => $"{FactName.Getvar}.partition-size:{name}").Distinct()], cancellationToken);
    }

    public static PhoneFacts FactsOf(PhoneSight sight) => new(sight.FactsByMode);

    private static bool AsksForAbility(Step step) => step.VerbCase is Step.VerbOneofCase.Lock or Step.VerbOneofCase.Unlock;

    private static ImmutableArray<(string Partition, Slot Slot)> Targets(Plan.V1.Plan plan) =>
    [
        .. plan.AllSteps()
            .Select<Step, (string Partition, Slot Slot)>(step => step.VerbCase switch
            {
                Step.VerbOneofCase.Flash => (step.Flash.Partition, step.Flash.Slot),
                Step.VerbOneofCase.Erase => (step.Erase.Partition, step.Erase.Slot),
                Step.VerbOneofCase.Format => (step.Format.Partition, Slot.Unspecified),
                _ => ("", Slot.Unspecified),
            })
            .Concat(plan.Model.Identity.Select(test => (Partition: PartitionOf(test.Fact), Slot: Slot.Unspecified)))
            .Where(target => target.Partition.Length > 0)
            .Distinct(),
    ];

    // The size of a partition can be half of the proof of a model.
    private static string PartitionOf(string fact) =>
        FactName.SourceOf(fact) == FactName.Partition ? fact[(FactName.Partition.Length + 1)..] : "";
}
