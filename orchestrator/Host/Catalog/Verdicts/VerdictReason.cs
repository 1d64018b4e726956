using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Why the answer is as it is.</summary>
/// <param name="Sources">Who says so: data sets and their files, or the phone itself.</param>
internal sealed record VerdictReason(Sentence Sentence, ImmutableArray<string> Sources)
{
    /// <summary>What several say in the same words is said once, in the place of the first, and names them all.</summary>
    public static ImmutableArray<VerdictReason> Once(IEnumerable<VerdictReason> reasons) =>
    [
        .. reasons.GroupBy(reason => reason.Sentence)
            .Select(same => new VerdictReason(same.Key, [.. same.SelectMany(reason => reason.Sources).Distinct()])),
    ];
}
