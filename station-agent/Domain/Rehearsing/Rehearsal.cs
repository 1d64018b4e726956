using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// A dry run of a recipe on a twin of its model, and on mutants that it must refuse before the point of no return. It shows that
/// the recipe's checks bite; it never shows that the recipe works.
/// </summary>
/// <param name="Recipe">Its name.</param>
/// <param name="Confirmation">How far the twin is more than the recipe's own expectation.</param>
/// <param name="Refusals">Why the twin itself is refused, now or later; empty when the dry run goes through.</param>
/// <param name="Mutants">What became of each mutant that could be made; none where the twin is refused.</param>
public sealed record Rehearsal(
    string Recipe, Confirmation Confirmation, ImmutableArray<Refusal> Refusals, ImmutableArray<(Mutation Mutation, Ending Ending)> Mutants)
{
    public bool GoesThrough => Refusals.IsEmpty;

    /// <param name="twin">Of the plan's model.</param>
    /// <param name="cast">Which other models of its maker the mutants may be.</param>
    public static Rehearsal Of(Plan.V1.Plan plan, Twin twin, Sisters cast)
    {
        var run = DryRun.Of(plan, twin);
        ImmutableArray<Refusal> refusals = [.. run.Before.Concat(run.After).Distinct()];
        var mutants = new Mutants(twin, plan, cast.Nearest, cast.OtherPlatform);
        return new Rehearsal(plan.RecipeName, twin.Confirmation, refusals, refusals.IsEmpty ? [.. Try(plan, twin, mutants)] : []);
    }

    private static IEnumerable<(Mutation, Ending)> Try(Plan.V1.Plan plan, Twin twin, Mutants mutants)
    {
        foreach (var mutation in Enum.GetValues<Mutation>())
        {
            if (mutants.Make(mutation) is { } mutant)
            {
                yield return (mutation, End(plan, mutation, twin, mutant));
            }
        }
    }

    private static Ending End(Plan.V1.Plan plan, Mutation mutation, Twin twin, Twin mutant)
    {
        var run = DryRun.Of(plan, mutant);
        var fitting = Rehearsing.Mutants.Fitting(mutation);
        return run.Before.Any(refusal => fitting.Contains(refusal.FailureCode)) ? Ending.Refused
            : !run.Before.IsEmpty ? Ending.OtherReason
            : !run.After.IsEmpty ? Ending.TooLate
            : IsTold(plan, twin, mutant) ? Ending.NotAsked
            : Ending.NotTold;
    }

    // Whether a mode that the plan leads through in time says anything else than the twin's would.
    private static bool IsTold(Plan.V1.Plan plan, Twin twin, Twin mutant) => plan.Steps
        .TakeWhile(step => !PointOfNoReturn.LeadsBehind(step))
        .Select(step => step.AwaitMode?.Mode ?? step.Ask?.Mode ?? PhoneMode.Unspecified)
        .Append(PhoneMode.System)
        .Any(mode => !mutant.In(mode).All.ToHashSet().SetEquals(twin.In(mode).All));
}
