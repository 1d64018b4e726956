using Espero.Station.Domain.Flashing.Retries;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Tests.Flashing.Retries;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(FailureCode.CableLost)]
    [InlineData(FailureCode.PhoneSilent)]
    [InlineData(FailureCode.ProtocolNonsense)]
    [InlineData(FailureCode.SideloadIncomplete)]
    public void A_broken_wire_is_worth_two_more_tries_from_a_known_mode(string code) => Assert.Equal(
        [RetryMoveKind.AgainFromKnownMode, RetryMoveKind.AgainFromKnownMode, RetryMoveKind.End],
        Enumerable.Range(0, 3).Select(retries => Decide(code, retries).Kind));

    [Fact]
    public void What_goes_away_by_itself_is_tried_again_as_it_is() => Assert.Equal(RetryMoveKind.Again, Decide(FailureCode.DownloadFailed).Kind);

    [Fact]
    public void A_person_is_asked_where_only_a_person_helps() => Assert.Equal(RetryMove.WaitForHands, Decide(FailureCode.OemUnlockNotAllowed));

    [Theory]
    [InlineData(FailureCode.PhoneRefused)]
    [InlineData(FailureCode.ImageTooBig)]
    [InlineData(FailureCode.BootloaderLocked)]
    [InlineData(FailureCode.SuperNeedsWipe)]
    [InlineData("made-up")]
    public void What_the_same_step_cannot_cure_ends(string code) => Assert.Equal(RetryMove.End, Decide(code));

    [Fact]
    public void A_pause_that_outlasts_the_budget_is_not_begun() => Assert.Equal(RetryMove.End, Decide(FailureCode.BatteryLow));

    [Fact]
    public void After_ten_minutes_nothing_is_tried_again() =>
        Assert.Equal(RetryMove.End, RetryPolicy.Decide(FailureCode.CableLost, 0, TimeSpan.FromMinutes(10), RetryBudget.Usual));

    [Fact]
    public void A_system_that_does_not_start_is_started_once_more() =>
        Assert.Equal([true, false], new[] { Decide(FailureCode.BootFailed).TriesAgain, Decide(FailureCode.BootFailed, 1).TriesAgain });

    [Fact]
    public void Every_class_is_decided_by_its_rule() => Assert.All(FailureCatalogue.All, failure =>
    {
        var move = Decide(failure.Code).Kind;

        Assert.Contains(move, failure.Retry switch
        {
            RetryRule.Safe => new[] { RetryMoveKind.Again, RetryMoveKind.End },
            RetryRule.AfterKnownMode => [RetryMoveKind.AgainFromKnownMode, RetryMoveKind.End],
            RetryRule.AfterHands => [RetryMoveKind.WaitForHands],
            RetryRule.Never => [RetryMoveKind.End],
        });
    });

    private static RetryMove Decide(string code, int retries = 0) => RetryPolicy.Decide(code, retries, TimeSpan.Zero, RetryBudget.Usual);
}
