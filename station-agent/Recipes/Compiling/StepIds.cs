using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Compiling;

/// <summary>
/// Gives every step its id. One that is not written is made of the verb and its object, and numbered when it comes again, so
/// that it stays the same while other steps change.
/// </summary>
internal static class StepIds
{
    public static void Assign(ImmutableArray<StepDraft> drafts, ErrorList errors)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft.Step.Id.Length > 0))
        {
            if (!taken.Add(draft.Step.Id))
            {
                errors.Add(draft.IdNode ?? draft.Node, RecipeComplaints.IdTwice(draft.Step.Id));
            }
        }

        foreach (var draft in drafts.Where(draft => draft.Step.Id.Length == 0))
        {
            var stem = Stem(draft);
            var id = stem;
            for (var number = 2; !taken.Add(id); number++)
            {
                id = $"{stem}-{number}";
            }

            draft.Step.Id = id;
        }
    }

    private static string Stem(StepDraft draft)
    {
        var step = draft.Step;
        var about = step.VerbCase switch
        {
            Step.VerbOneofCase.Flash => step.Flash.Partition,
            Step.VerbOneofCase.Erase => step.Erase.Partition,
            Step.VerbOneofCase.Format => step.Format.Partition,
            Step.VerbOneofCase.Logical => step.Logical.Partition,
            Step.VerbOneofCase.EraseProof => step.EraseProof.Partition,
            Step.VerbOneofCase.Reboot => step.Reboot.Target.ToString(),
            Step.VerbOneofCase.AwaitMode => step.AwaitMode.Mode.ToString(),
            Step.VerbOneofCase.SetSlot => step.SetSlot.Slot.ToString(),
            Step.VerbOneofCase.Checkpoint => step.Checkpoint.Name,
            Step.VerbOneofCase.Ask => step.Ask.SentenceCode,
            _ => "",
        };

        var stem = about.Length == 0 ? draft.Verb.Name : $"{draft.Verb.Name}-{about.ToLowerInvariant().Replace(':', '-')}";
        return stem.Length <= 60 ? stem : stem[..60];
    }
}
