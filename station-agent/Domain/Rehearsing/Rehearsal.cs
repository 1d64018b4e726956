using System.Collections.Frozen;
using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>
/// A dry run of a recipe on a twin of its model, and on mutants that it must refuse before the point of no return. It shows that
/// the recipe's checks bite; it never shows that the recipe works.
/// </summary>
/// <param name="Recipe">Its name.</param>
/// <param name="HasTwin">Whether any data set but its own knows the model.</param>
/// <param name="Refusals">Why the twin itself is refused; empty when the dry run goes through.</param>
/// <param name="Mutants">What became of each mutant that could be made; none where the twin is refused.</param>
public sealed record Rehearsal(
    string Recipe, bool HasTwin, ImmutableArray<Refusal> Refusals, ImmutableArray<(Mutation Mutation, bool IsRefused)> Mutants)
{
    public bool GoesThrough => HasTwin && Refusals.IsEmpty;

    /// <param name="independent">What the data sets say of the model that the recipe was not made of.</param>
    public static Rehearsal Of(Plan.V1.Plan plan, ModelFacts? independent)
    {
        if (independent is null || TwinFacts.Of(independent, plan) is not { } twin)
        {
            return new Rehearsal(plan.RecipeName, HasTwin: false, [], []);
        }

        var refusals = Refused(plan, twin);
        return new Rehearsal(plan.RecipeName, HasTwin: true, refusals, refusals.IsEmpty ? [.. Try(plan, twin)] : []);
    }

    private static IEnumerable<(Mutation, bool)> Try(Plan.V1.Plan plan, PhoneFacts twin)
    {
        foreach (var mutation in Enum.GetValues<Mutation>())
        {
            if (Rehearsing.Mutants.Make(mutation, twin, plan) is { } mutant)
            {
                yield return (mutation, !Refused(plan, mutant).IsEmpty);
            }
        }
    }

    // As a station looks: at the beginning, and again whenever the phone arrives in another mode before anything can be lost.
    private static ImmutableArray<Refusal> Refused(Plan.V1.Plan plan, PhoneFacts facts)
    {
        var start = new PreflightSubject(plan, facts)
        {
            Mode = PhoneMode.System,
            FreeDiskBytes = ulong.MaxValue,
            BytesToFetch = 0,
            UnpackedBytes = plan.Files.ToFrozenDictionary(file => file.Name, _ => TwinFacts.ImageBytes, StringComparer.Ordinal),
        };
        return
        [
            .. Arrivals(plan)
                .Select(arrival => start with { Mode = arrival.Mode, FromStepId = arrival.StepId })
                .Prepend(start)
                .SelectMany(subject => PreflightCheck.Run(subject))
                .Distinct(),
        ];
    }

    private static IEnumerable<(PhoneMode Mode, string StepId)> Arrivals(Plan.V1.Plan plan)
    {
        foreach (var (step, next) in plan.Steps.Zip(plan.Steps.Skip(1)))
        {
            if (PointOfNoReturn.LeadsBehind(step))
            {
                yield break;
            }

            if ((step.AwaitMode?.Mode ?? step.Ask?.Mode ?? PhoneMode.Unspecified) is var mode && mode != PhoneMode.Unspecified)
            {
                yield return (mode, next.Id);
            }
        }
    }
}
