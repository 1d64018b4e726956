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

    [Theory]
    [InlineData(FailureCode.OemUnlockNotAllowed)]
    [InlineData(FailureCode.CableFaulty)]
    [InlineData(FailureCode.LockDidNotTake)]
    [InlineData(FailureCode.PromptNotConfirmed)]
    public void A_person_is_asked_where_only_a_person_helps(string code) => Assert.Equal(
        [RetryMoveKind.WaitForHands, RetryMoveKind.WaitForHands, RetryMoveKind.End],
        Enumerable.Range(0, 3).Select(retries => Decide(code, retries).Kind));

    [Theory]
    [InlineData(FailureCode.BatteryHot)]
    [InlineData(FailureCode.BatterySwollen)]
    [InlineData(FailureCode.PortOverCurrent)]
    public void After_an_alarm_nothing_is_tried_again_whoever_says_so(string code) => Assert.Equal(RetryMove.End, Decide(code));

    [Theory]
    [InlineData(FailureCode.VendorTokenNeeded)]
    [InlineData(FailureCode.ReleaseMissing)]
    [InlineData(FailureCode.HandsNotDone)]
    public void For_what_takes_days_or_was_asked_before_no_phone_is_parked(string code) => Assert.Equal(RetryMove.End, Decide(code));

    [Theory]
    [InlineData(FailureCode.PhoneRefused)]
    [InlineData(FailureCode.ImageTooBig)]
    [InlineData(FailureCode.BootloaderLocked)]
    [InlineData(FailureCode.SuperNeedsWipe)]
    [InlineData("made-up")]
    public void What_the_same_step_cannot_cure_ends(string code) => Assert.Equal(RetryMove.End, Decide(code));

    [Fact]
    public void A_battery_is_given_half_an_hour_to_charge_and_twice_at_most() => Assert.Equal(
        [new(RetryMoveKind.Rest, TimeSpan.FromMinutes(30)), new(RetryMoveKind.Rest, TimeSpan.FromMinutes(30)), RetryMove.End],
        Enumerable.Range(0, 3).Select(retries => Decide(FailureCode.BatteryLow, retries)));

    [Fact]
    public void A_pause_that_outlasts_the_budget_is_not_begun() => Assert.Equal(
        RetryMove.End, RetryPolicy.Decide(FailureCode.SnapshotInProgress, 0, TimeSpan.FromMinutes(9.5), RetryBudget.Usual));

    [Fact]
    public void After_ten_minutes_nothing_is_tried_again() =>
        Assert.Equal(RetryMove.End, RetryPolicy.Decide(FailureCode.CableLost, 0, TimeSpan.FromMinutes(10), RetryBudget.Usual));

    [Fact]
    public void A_system_that_does_not_start_is_started_once_more() =>
        Assert.Equal([RetryMoveKind.AgainFromKnownMode, RetryMoveKind.End], new[] { Decide(FailureCode.BootFailed).Kind, Decide(FailureCode.BootFailed, 1).Kind });

    [Fact]
    public void Every_class_is_decided_by_its_rule() => Assert.All(FailureCatalogue.All, failure =>
    {
        var move = Decide(failure.Code).Kind;

        Assert.Contains(move, failure.Retry switch
        {
            RetryRule.Safe when failure.Code is FailureCode.BatteryLow => new[] { RetryMoveKind.Rest },
            RetryRule.Safe when failure.Code is FailureCode.PromptNotConfirmed => [RetryMoveKind.WaitForHands],
            RetryRule.Safe => [RetryMoveKind.Again],
            RetryRule.AfterKnownMode => [RetryMoveKind.AgainFromKnownMode, RetryMoveKind.End],
            RetryRule.AfterHands => [RetryMoveKind.WaitForHands, RetryMoveKind.End],
            RetryRule.Never => [RetryMoveKind.End],
        });
    });

    private static RetryMove Decide(string code, int retries = 0) => RetryPolicy.Decide(code, retries, TimeSpan.Zero, RetryBudget.Usual);
}
