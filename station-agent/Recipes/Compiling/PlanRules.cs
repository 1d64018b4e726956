using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Recipes.Compiling;

/// <summary>What must hold between the steps of a recipe, in the order of the file.</summary>
internal static class PlanRules
{
    public static void Check(ImmutableArray<StepDraft> drafts, ErrorList errors)
    {
        var brought = new HashSet<string>(StringComparer.Ordinal);
        StepDraft? firstBehind = null;
        StepDraft? unverified = null;
        foreach (var draft in drafts)
        {
            if (draft.Verb.Group == VerbGroup.Acquire)
            {
                CheckAcquire(draft, firstBehind, brought, errors);
                continue;
            }

            foreach (var file in draft.Files.Where(file => !brought.Contains(file.Name)))
            {
                errors.Add(file.Node, RecipeComplaints.NotFetched(file.Name));
            }

            if (draft.Step.Lock is not null && unverified is not null)
            {
                errors.Add(draft.Node, RecipeComplaints.LockAfterUnverified(unverified.Step.Id));
            }

            firstBehind ??= draft.Verb.LosesData ? draft : null;
            unverified ??= draft.Step.Flash is { } flash && (flash.DisableVerity || flash.DisableVerification) ? draft : null;
        }
    }

    /// <summary>A recipe may only promise what one of its steps looks for. What a person sees needs no step.</summary>
    public static bool CanReach(Proof promised, ImmutableArray<StepDraft> drafts) =>
        promised is Proof.None or Proof.SeenByPerson
        || drafts.Any(draft => draft.Step.VerifyBoot is { } verify && verify.Proof >= promised);

    private static void CheckAcquire(StepDraft draft, StepDraft? firstBehind, HashSet<string> brought, ErrorList errors)
    {
        // A network that fails half way must not leave an erased phone.
        if (firstBehind is not null)
        {
            errors.Add(draft.Node, RecipeComplaints.FetchTooLate(draft.Verb.Name, firstBehind.Verb.Name));
        }

        if (draft.Step.Unpack is { } unpack && !brought.Contains(unpack.ArchiveFileName))
        {
            errors.Add(draft.Node, RecipeComplaints.NotFetched(unpack.ArchiveFileName));
        }

        brought.UnionWith(draft.Files.Select(file => file.Name));
    }
}
