using CsCheck;
using Espero.Orchestrator.Domain.Unlocking;

namespace Espero.Orchestrator.Domain.Tests.Unlocking;

public sealed class UnlockBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly UnlockRule Xiaomi = UnlockRules.Of("xiaomi")!;

    [Fact]
    public void An_account_that_never_asked_may_ask_now() =>
        Assert.Equal(Now, UnlockBook.NextAllowed(Xiaomi, [], Now));

    [Fact]
    public void An_account_that_asked_ten_days_ago_waits_for_the_thirtieth_day() =>
        Assert.Equal(Now.AddDays(20), UnlockBook.NextAllowed(Xiaomi, [Now.AddDays(-10)], Now));

    [Fact]
    public void An_account_that_asked_four_times_this_year_waits_for_the_oldest_to_pass() =>
        Assert.Equal(
            Now.AddDays(165),
            UnlockBook.NextAllowed(Xiaomi, [Now.AddDays(-40), Now.AddDays(-200), Now.AddDays(-80), Now.AddDays(-120)], Now));

    [Fact]
    public void An_account_whose_maker_has_no_quota_may_always_ask() =>
        Assert.Equal(Now, UnlockBook.NextAllowed(UnlockRules.Of("motorola")!, Enumerable.Repeat(Now, 50), Now));

    [Fact]
    public void Phones_of_one_maker_are_shared_out_over_its_accounts_and_then_over_the_months()
    {
        var first = new UnlockAccount(Guid.CreateVersion7(), "xiaomi", []);
        var second = new UnlockAccount(Guid.CreateVersion7(), "xiaomi", [Now.AddDays(-25)]);

        var turns = UnlockBook.Turns(Phones("xiaomi", 3), [first, second], Now);

        Assert.Equal(
            [(first.AccountId, Now), (second.AccountId, Now.AddDays(5)), (first.AccountId, Now.AddDays(30))],
            turns.Select(turn => (turn.AccountId!.Value, turn.At!.Value)));
    }

    [Fact]
    public void Any_plan_of_turns_keeps_every_quota() => Gen.Int[1, 12].Select(Gen.Int[0, 400].Array[0, 6]).Sample((phones, daysAgo) =>
    {
        var account = new UnlockAccount(Guid.CreateVersion7(), "xiaomi", [.. daysAgo.Select(days => Now.AddDays(-days))]);

        var planned = UnlockBook.Turns(Phones("xiaomi", phones), [account], Now).Select(turn => turn.At!.Value).ToArray();

        foreach (var quota in Xiaomi.Quotas)
        {
            foreach (var at in planned)
            {
                var within = account.Asked.Concat(planned).Count(asked => asked > at - quota.Period && asked <= at);
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
    public void A_phone_that_anybody_may_unlock_is_not_on_the_list() =>
        Assert.Empty(UnlockBook.Turns(Phones("google", 1), [], Now));

    private static LockedPhone[] Phones(string vendor, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new LockedPhone(Guid.CreateVersion7(), vendor))];
}
