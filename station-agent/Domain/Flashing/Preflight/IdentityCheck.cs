using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The phone is of the plan's model: facts of two different sources, all known, all right.</summary>
internal static class IdentityCheck
{
    public static IEnumerable<Refusal> Run(PreflightSubject subject, LaterFacts later)
    {
        var tests = subject.Plan.Model?.Identity ?? [];
        if (!IdentityRule.IsMet(tests))
        {
            var sources = IdentityRule.SourcesOf(tests);
            yield return new Refusal(
                FailureCode.PhoneNotIdentified,
                "",
                $"The plan proves the model by {sources.Length} sources ({string.Join(", ", sources)}); "
                + $"at least {IdentityRule.LeastSources} different ones are needed.");
        }

        ImmutableArray<(FactTest Test, Verdict Verdict)> judged = [.. tests.Select(test => (test, FactJudge.Judge(test, subject.Facts)))];
        foreach (var (test, verdict) in judged.Where(one => one.Verdict != Verdict.Holds && !later.WillTell(one.Test.Fact)))
        {
            var code = verdict == Verdict.NotKnown ? FailureCode.PhoneNotIdentified
                : HasTheRightName(judged) && FactSources.Of(test.Fact) != FactSource.Name ? FailureCode.AmbiguousVariant
                : FailureCode.WrongPhone;
            yield return new Refusal(code, "", FactTestText.Describe(test, subject.Facts) + HowToGive(test, verdict));
        }
    }

    private static string HowToGive(FactTest test, Verdict verdict) =>
        verdict == Verdict.NotKnown && FactSources.Of(test.Fact) == FactSource.Person
            ? " Who releases the phone reads it off and gives it with the release."
            : "";

    private static bool HasTheRightName(ImmutableArray<(FactTest Test, Verdict Verdict)> judged)
    {
        var names = judged.Where(one => FactSources.Of(one.Test.Fact) == FactSource.Name).ToList();
        return names.Count > 0 && names.TrueForAll(one => one.Verdict == Verdict.Holds);
    }
}
