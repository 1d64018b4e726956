using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>
/// Asks a phone all that a plan's checks need. A bootloader that does not list its partitions is asked for the plan's one by one:
/// some refuse "getvar all", and would look as if they had none.
/// </summary>
internal static class PlanLook
{
    public static async Task<FastbootResult<PhoneSight>> AskAsync(
        FastbootSession session, Plan.V1.Plan plan, CancellationToken cancellationToken)
    {
        var look = await PhoneLook.FullAsync(session, cancellationToken);
        if (!look.Succeeded || PhoneFactReader.Of(look.Value).ListsPartitions)
        {
            return look;
        }

        var sight = look.Value;
        foreach (var (partition, slot) in Targets(plan))
        {
            var hasSlot = await AskAsync(session, sight, $"has-slot:{partition}", cancellationToken);
            if (!hasSlot.Succeeded)
            {
                return hasSlot;
            }

            sight = hasSlot.Value;
            foreach (var name in PhoneFactReader.Of(sight).NamesOf(partition, slot))
            {
                var size = await AskAsync(session, sight, $"partition-size:{name}", cancellationToken);
                if (!size.Succeeded)
                {
                    return size;
                }

                sight = size.Value;
            }
        }

        return sight;
    }

    private static async Task<FastbootResult<PhoneSight>> AskAsync(
        FastbootSession session, PhoneSight sight, string name, CancellationToken cancellationToken)
    {
        var answer = await session.GetVarAsync(name, cancellationToken);
        return !answer.Succeeded ? answer.Error
            : answer.Value is { } value ? sight with { Variables = sight.Variables.SetItem(name, value) }
            : sight;
    }

    private static ImmutableArray<(string Partition, Slot Slot)> Targets(Plan.V1.Plan plan) =>
    [
        .. plan.Steps
            .Select<Step, (string Partition, Slot Slot)>(step => step.VerbCase switch
            {
                Step.VerbOneofCase.Flash => (step.Flash.Partition, step.Flash.Slot),
                Step.VerbOneofCase.Erase => (step.Erase.Partition, step.Erase.Slot),
                Step.VerbOneofCase.Format => (step.Format.Partition, Slot.Unspecified),
                _ => ("", Slot.Unspecified),
            })
            .Where(target => target.Partition.Length > 0)
            .Distinct(),
    ];
}
