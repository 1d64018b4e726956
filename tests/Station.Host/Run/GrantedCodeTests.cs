using Espero.Station.V1;

namespace Espero.Station.Host.Tests.Run;

/// <summary>What the maker gave to unlock one phone comes with its grant.</summary>
public sealed class GrantedCodeTests
{
    private const string Code = "VIRTUAL-4711";

    [Theory]
    [InlineData(false, "vendor-token-needed")]
    [InlineData(true, "")]
    public async Task Before_the_release_the_station_only_asks_whether_there_is_one(bool hasUnlockCode, string refusal)
    {
        await using var rig = await StationRig.StartLockedAsync(Code);
        var link = await rig.LinkAsync();
        await link.SayAsync(OrdersOf(rig).Prepare(hasUnlockCode));

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Equal(refusal, string.Concat(prepared.Refusals.Select(one => one.FailureClass)));
    }

    [Fact]
    public async Task It_opens_the_phone_after_a_restart_too_and_the_station_keeps_nothing_of_it()
    {
        await using var rig = await StationRig.StartLockedAsync(Code);
        var orders = OrdersOf(rig);
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await rig.RestartStationAsync();
        var again = await rig.LinkAsync();
        await again.HearAsync(request => request.AttemptAccepted);
        await again.SayAsync(orders.Grant(unlockCode: Code));

        var ended = await again.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Written, ""), (ended.Outcome, ended.FailureClass));
        Assert.True(rig.Phone.State.Unlocked);
        Assert.Contains(Orders.JobId, rig.Kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, rig.Kept + ended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_without_it_changes_nothing_on_the_phone()
    {
        await using var rig = await StationRig.StartLockedAsync(Code);
        var orders = OrdersOf(rig);
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Failed, "vendor-token-needed", false), (ended.Outcome, ended.FailureClass, ended.PassedPointOfNoReturn));
        Assert.False(rig.Phone.State.Unlocked);
    }

    private static Orders OrdersOf(StationRig rig)
    {
        var orders = new Orders(rig);
        orders.Steps.Insert(1, new Plan.V1.Step { Id = "open", Unlock = new() { Method = Plan.V1.Unlock.Types.Method.Code } });
        return orders;
    }
}
