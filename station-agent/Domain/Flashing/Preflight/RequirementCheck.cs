using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>What must already be on the phone beneath the build is there. What is not known is not met.</summary>
internal static class RequirementCheck
{
    public static IEnumerable<Refusal> Run(PreflightSubject subject, LaterFacts later) => subject.Plan.Requirements
        .Where(test => FactJudge.Judge(test, subject.Facts) != Verdict.Holds && !later.WillTell(test.Fact))
        .Select(test => new Refusal(FailureCode.RequirementNotMet, "", FactTestText.Describe(test, subject.Facts)));
}
