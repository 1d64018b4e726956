using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Step = Espero.Plan.V1.Step;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class AssertJudgeTests
{
    public static TheoryData<string, string, string> Words => [.. LockFacts.Words.Select(word => (word.Fact, word.Open, word.Closed))];

    [Theory]
    [MemberData(nameof(Words))]
    public void A_lock_that_is_closed_is_called_so_whichever_word_the_phone_has_for_it(string fact, string open, string closed)
    {
        var step = new Step { Id = "see", Assert = new Plan.V1.Assert { Tests = { Examples.Is(fact, open) } } };

        Assert.Equal(FailureCode.BootloaderLocked, AssertJudge.Judge(step, PhoneFacts.None.With(fact, closed))?.FailureCode);
        Assert.Null(AssertJudge.Judge(step, PhoneFacts.None.With(fact, open)));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void After_an_unlock_nothing_of_what_was_told_of_the_lock_is_left(string fact, string open, string closed)
    {
        var told = PhoneFacts.None.With(fact, closed).With(FactName.InFastbootd(fact), open);

        Assert.Empty(told.WithoutLockState().All);
    }
}
