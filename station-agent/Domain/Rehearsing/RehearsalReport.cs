using System.Collections.Immutable;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>What the dry runs of many recipes gave.</summary>
public sealed record RehearsalReport
{
    private RehearsalReport(IReadOnlyCollection<Rehearsal> rehearsals)
    {
        Recipes = rehearsals.Count;
        ByConfirmation =
        [
            .. Enum.GetValues<Confirmation>().OrderDescending()
                .Select(level => KeyValuePair.Create(level, rehearsals.Count(one => one.Confirmation == level))),
        ];
        GoThrough = rehearsals.Count(one => one.GoesThrough);
        Mutants =
        [
            .. rehearsals.SelectMany(one => one.Mutants)
                .GroupBy(mutant => mutant.Mutation)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Count(mutant => mutant.Ending == Ending.Refused), group.Count())),
        ];
        Survivors =
        [
            .. rehearsals.SelectMany(one => one.Mutants
                .Where(mutant => mutant.Ending != Ending.Refused)
                .Select(mutant => (one.Recipe, mutant.Mutation, mutant.Ending))),
        ];
        Refused = [.. rehearsals.Where(one => !one.GoesThrough)];
        Confirmed = [.. rehearsals.Where(one => one.Confirmation != Confirmation.None).Select(one => one.Recipe)];
        Unconfirmed = [.. rehearsals.Where(one => one.Confirmation == Confirmation.None).Select(one => one.Recipe)];
    }

    public int Recipes { get; }

    /// <summary>How many recipes have a twin that outsiders confirm: every level, the surest first.</summary>
    public ImmutableArray<KeyValuePair<Confirmation, int>> ByConfirmation { get; }

    /// <summary>Recipes whose dry run on the twin found nothing against them.</summary>
    public int GoThrough { get; }

    public ImmutableArray<(Mutation Mutation, int Refused, int Made)> Mutants { get; }

    /// <summary>Mutants that were not refused in time for what is wrong with them, and why.</summary>
    public ImmutableArray<(string Recipe, Mutation Mutation, Ending Ending)> Survivors { get; }

    /// <summary>Recipes that the preflight refuses on their own twin.</summary>
    public ImmutableArray<Rehearsal> Refused { get; }

    /// <summary>Recipes whose twin is more than their own expectation, at least in part.</summary>
    public ImmutableArray<string> Confirmed { get; }

    /// <summary>Recipes whose twin is their own expectation: no other source knows the model.</summary>
    public ImmutableArray<string> Unconfirmed { get; }

    public int MutantsMade => Mutants.Sum(mutation => mutation.Made);

    public int MutantsRefused => Mutants.Sum(mutation => mutation.Refused);

    /// <summary>Of all mutants, from 0 to 1; 0 when there is none, for then nothing was shown.</summary>
    public double RefusedShare => MutantsMade == 0 ? 0 : (double)MutantsRefused / MutantsMade;

    public static RehearsalReport Of(IReadOnlyCollection<Rehearsal> rehearsals) => new(rehearsals);
}
