using System.Collections.Immutable;
using Espero.Plan.V1;

namespace Espero.Station.Recipes.Facts;

/// <summary>A model is proven by facts of two different sources that agree.</summary>
public static class IdentityRule
{
    public const int LeastSources = 2;

    /// <summary>The sources that these tests really ask, in the order of their enumeration.</summary>
    public static ImmutableArray<FactSource> SourcesOf(IEnumerable<FactTest> tests) =>
        [.. tests.Where(IsTelling).Select(test => FactSources.Of(test.Fact)).Distinct().Order()];

    public static bool IsMet(IEnumerable<FactTest> tests) => SourcesOf(tests).Length >= LeastSources;

    // That a value exists, or is not below some number, holds for very many models.
    private static bool IsTelling(FactTest test) =>
        test.ExpectationCase is FactTest.ExpectationOneofCase.OneOf or FactTest.ExpectationOneofCase.Matches
        && FactSources.Of(test.Fact) != FactSource.State;
}
