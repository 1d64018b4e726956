using System.Collections.Immutable;
using CsCheck;
using Espero.Orchestrator.Domain.Unlocking;

namespace Espero.Orchestrator.Domain.Tests.Unlocking;

public sealed class UnlockBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly UnlockRule Xiaomi = UnlockRules.Of("xiaomi", "xiaomi");

    [Fact]
    public void An_account_that_never_asked_may_ask_now() =>
        Assert.Equal(Now, UnlockBook.NextAllowed(Xiaomi, [], Now));

    [Fact]
    public void An_account_that_asked_ten_days_ago_waits_for_the_thirtieth_day() =>
        Assert.Equal(Now.AddDays(20), UnlockBook.NextAllowed(Xiaomi, Asked(-10), Now));

    [Fact]
    public void An_account_that_asked_four_times_this_year_waits_for_the_oldest_to_pass() =>
        Assert.Equal(
            Now.AddDays(165),
            UnlockBook.NextAllowed(Xiaomi, [.. Asked(-40, -200, -80), new(Now.AddDays(-120), "xiaomi-hyperos")], Now));

    [Fact]
    public void An_account_whose_maker_has_no_quota_may_always_ask() =>
        Assert.Equal(Now, UnlockBook.NextAllowed(UnlockRules.Of("motorola", "motorola"), Asked([.. new int[50]]), Now));

    [Fact]
    public void Phones_of_one_maker_are_shared_out_over_its_accounts_and_then_over_the_months()
    {
        var first = new UnlockAccount(Guid.CreateVersion7(), "xiaomi", []);
        var second = new UnlockAccount(Guid.CreateVersion7(), "xiaomi", Asked(-25));

        var turns = UnlockBook.Turns(Phones("xiaomi", 3), [first, second], Now);

        Assert.Equal(
            [(first.AccountId, Now), (second.AccountId, Now.AddDays(5)), (first.AccountId, Now.AddDays(30))],
            turns.Select(turn => (turn.AccountId!.Value, turn.At!.Value)));
    }

    [Fact]
    public void Any_plan_of_turns_keeps_every_quota() => Gen.Int[1, 12].Select(Gen.Int[0, 400].Array[0, 6]).Sample((phones, daysAgo) =>
    {
        var account = new UnlockAccount(Guid.CreateVersion7(), "xiaomi", Asked([.. daysAgo.Select(days => -days)]));

        var planned = UnlockBook.Turns(Phones("xiaomi", phones), [account], Now).Select(turn => turn.At!.Value).ToArray();

        foreach (var quota in Xiaomi.Quotas.Where(quota => quota.Procedure is null || quota.Procedure == Xiaomi.Procedure))
        {
            foreach (var at in planned)
            {
                var within = account.Asked.Select(asked => asked.At).Concat(planned).Count(asked => asked > at - quota.Period && asked <= at);
                Assert.True(within <= quota.Count, $"{within} requests in {quota.Period.TotalDays} days before {at:d}");
            }
        }
    });

    [Fact]
    public void A_phone_whose_maker_wants_an_account_that_nobody_has_waits_for_one()
    {
        var turn = Assert.Single(UnlockBook.Turns(Phones("motorola", 1), [], Now));

        Assert.Null(turn.AccountId);
        Assert.Null(turn.At);
    }

    [Fact]
    public void A_phone_whose_maker_gives_a_code_by_its_imei_needs_no_account() =>
        Assert.Equal(Now, Assert.Single(UnlockBook.Turns(Phones("sony", 1), [], Now)).At);

    [Fact]
    public void A_year_has_one_request_for_a_phone_with_hyperos_and_three_for_the_others()
    {
        var hyper = UnlockRules.Of("xiaomi-hyperos", "xiaomi");
        AskedUnlock[] asked = [new(Now.AddDays(-100), hyper.Procedure)];

        Assert.Equal(Now.AddDays(265), UnlockBook.NextAllowed(hyper, asked, Now));
        Assert.Equal(Now, UnlockBook.NextAllowed(Xiaomi, asked, Now));
        Assert.Equal(Now, UnlockBook.NextAllowed(hyper, Asked(-100, -200), Now));
    }

    [Theory]
    [InlineData("motorola", "lenovo", "motorola")]
    [InlineData("oneplus-tmo", "oneplus", "oneplus")]
    [InlineData("", "sony", "sony")]
    [InlineData("", "never-heard-of", "never-heard-of")]
    public void Who_is_asked_is_whose_way_it_is_and_else_the_maker(string procedure, string vendor, string asked) =>
        Assert.Equal(asked, UnlockRules.Of(procedure, vendor).Vendor);

    [Fact]
    public void A_maker_that_says_no_wait_is_looked_at_again_after_a_month() =>
        Assert.Equal(Now.AddDays(30), UnlockRules.Of("realme-china", "realme").DueAfter(Now));

    [Theory]
    [InlineData("xiaomi", "Xiaomi")]
    [InlineData("htc", "HTC")]
    [InlineData("oneplus", "OnePlus")]
    public void A_maker_has_its_proper_name(string vendor, string name) => Assert.Equal(name, MakerName.Of(vendor));

    private static ImmutableArray<AskedUnlock> Asked(params int[] days) =>
        [.. days.Select(day => new AskedUnlock(Now.AddDays(day), "xiaomi"))];

    private static LockedPhone[] Phones(string vendor, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new LockedPhone(Guid.CreateVersion7(), UnlockRules.Of(vendor, vendor)))];
}
