using Espero.Orchestrator.Domain.Unlocking;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Which of the ways that sources describe counts, and whom it asks: the one rule of verdicts, lists and requests.</summary>
internal static class UnlockWays
{
    // A set that only knows the command does not know whom to ask first: who demands more knows more. A tool of its own is the last
    // word only where nobody knows another way.
    public static UnlockFact? Decisive(ModelFacts model) => model.Unlocks
        .Select(unlock => unlock.Value)
        .OrderByDescending(unlock => unlock.Way is not UnlockWay.OtherTool)
        .ThenBy(unlock => unlock.IsStillOffered)
        .ThenByDescending(unlock => unlock.Way)
        .ThenByDescending(unlock => unlock.Procedure.Length > 0)
        .FirstOrDefault();

    /// <summary>Null when nobody need be asked, and when asking is in vain.</summary>
    public static UnlockRule? RuleOf(ModelFacts model) =>
        Decisive(model) is { AsksTheMaker: true } way ? UnlockRules.Of(way.Procedure, model.Vendor) : null;
}
