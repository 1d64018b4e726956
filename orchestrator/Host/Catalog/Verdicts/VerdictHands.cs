using System.Collections.Immutable;
using Espero.Orchestrator.Domain.Unlocking;
using Espero.Plan.V1;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What a person does or has, and so what must work on the phone: as our plans ask it, or else as the way of unlocking lets one expect.</summary>
internal static class VerdictHands
{
    public static ImmutableArray<Sentence> Of(ModelFacts model, VerdictEvidence evidence)
    {
        var isUnlocked = evidence.Phone?.IsUnlocked is true;
        var needs = evidence.Plans.IsEmpty ? Expected(model, isUnlocked) : Asked(evidence.Plans);
        var all = isUnlocked ? needs : needs.Union(OfTheMaker(UnlockWays.RuleOf(model)));
        return all.IsEmpty ? [VerdictSentences.NoHands] : [.. all.Order().Select(VerdictSentences.Hand)];
    }

    private static ImmutableHashSet<Ask.Types.Need> Asked(ImmutableArray<Plan.V1.Plan> plans) =>
    [
        .. plans.SelectMany(plan => plan.AllSteps())
            .SelectMany(step => step.Ask?.Needs.AsEnumerable() ?? [])
            .Where(need => need is not Ask.Types.Need.Unspecified),
    ];

    // A set that knows of no switch says so; one that is silent is not asked.
    private static ImmutableHashSet<Ask.Types.Need> Expected(ModelFacts model, bool isUnlocked) =>
        isUnlocked || UnlockWays.Decisive(model) is null or { Way: UnlockWay.Open } || model.Unlocks.Any(unlock => !unlock.Value.NeedsSwitch)
            ? [Ask.Types.Need.Keys]
            : [Ask.Types.Need.Keys, Ask.Types.Need.Touch];

    private static IEnumerable<Ask.Types.Need> OfTheMaker(UnlockRule? rule)
    {
        if (rule?.Needs.Contains(UnlockNeed.Sim) is true)
        {
            yield return Ask.Types.Need.Sim;
        }

        if (rule?.NeedsAccount is true)
        {
            yield return Ask.Types.Need.Account;
        }
    }
}
