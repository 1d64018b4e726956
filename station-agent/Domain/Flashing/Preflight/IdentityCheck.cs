using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The phone is of the plan's model: at least two different facts, all known, all right.</summary>
internal static class IdentityCheck
{
    private const int LeastFacts = 2;

    public static IEnumerable<Refusal> Run(PreflightSubject subject)
    {
        var tests = subject.Plan.Model?.Identity ?? [];
        var facts = tests.Select(test => test.Fact).Distinct(StringComparer.Ordinal).Count();
        if (facts < LeastFacts)
        {
            yield return new Refusal(
                FailureCode.PhoneNotIdentified, "", $"The plan proves the model by {facts} different facts; at least {LeastFacts} are needed.");
        }

        foreach (var test in tests)
        {
            var verdict = FactJudge.Judge(test, subject.Facts);
            if (verdict != Verdict.Holds)
            {
                var code = verdict == Verdict.NotKnown ? FailureCode.PhoneNotIdentified : FailureCode.WrongPhone;
                yield return new Refusal(code, "", FactTestText.Describe(test, subject.Facts));
            }
        }
    }
}
