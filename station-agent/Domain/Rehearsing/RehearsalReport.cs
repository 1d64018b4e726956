using System.Collections.Immutable;

namespace Espero.Station.Domain.Rehearsing;

/// <summary>What the dry runs of many recipes gave.</summary>
public sealed record RehearsalReport
{
    private RehearsalReport(IReadOnlyCollection<Rehearsal> rehearsals)
    {
        Recipes = rehearsals.Count;
        WithTwin = rehearsals.Count(one => one.HasTwin);
        GoThrough = rehearsals.Count(one => one.GoesThrough);
        Mutants =
        [
            .. rehearsals.SelectMany(one => one.Mutants)
                .GroupBy(mutant => mutant.Mutation)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Count(mutant => mutant.IsRefused), group.Count())),
        ];
        Survivors =
        [
            .. rehearsals.SelectMany(one => one.Mutants.Where(mutant => !mutant.IsRefused).Select(mutant => (one.Recipe, mutant.Mutation))),
        ];
        Refused = [.. rehearsals.Where(one => one.HasTwin && !one.GoesThrough)];
    }

    public int Recipes { get; }

    /// <summary>Recipes whose model some other data set can tell.</summary>
    public int WithTwin { get; }

    /// <summary>Recipes whose dry run on the twin found nothing against them.</summary>
    public int GoThrough { get; }

    public ImmutableArray<(Mutation Mutation, int Refused, int Made)> Mutants { get; }

    public ImmutableArray<(string Recipe, Mutation Mutation)> Survivors { get; }

    /// <summary>Recipes that the preflight refuses on their own twin.</summary>
    public ImmutableArray<Rehearsal> Refused { get; }

    /// <summary>Of all mutants, from 0 to 1; 1 when there is none.</summary>
    public double RefusedShare
    {
        get
        {
            var made = Mutants.Sum(mutation => mutation.Made);
            return made == 0 ? 1 : (double)Mutants.Sum(mutation => mutation.Refused) / made;
        }
    }

    public static RehearsalReport Of(IReadOnlyCollection<Rehearsal> rehearsals) => new(rehearsals);
}
