using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing;

/// <summary>Carries out an assert step: it needs nothing but the facts.</summary>
public static class AssertJudge
{
    /// <summary>Null when every test holds. One that is not known does not hold: what is not sure does not pass a gate.</summary>
    public static Refusal? Judge(Step step, PhoneFacts facts)
    {
        var test = step.Assert.Tests.FirstOrDefault(test => FactJudge.Judge(test, facts) != Verdict.Holds);
        if (test is null)
        {
            return null;
        }

        return new Refusal(CodeOf(test, facts), step.Id, FactTestText.Describe(test, facts));
    }

    // The commonest assertion of all has its own advice.
    internal static string CodeOf(FactTest test, PhoneFacts facts) =>
        LockFacts.Words.Any(word => word.Fact == test.Fact && facts.Find(test.Fact) == word.Closed)
            ? FailureCode.BootloaderLocked
            : FailureCode.AssertionFailed;
}
