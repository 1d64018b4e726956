using Espero.Station.Recipes.Words;
using Espero.Station.V1;

namespace Espero.Station.Host.Tests.Run;

public sealed class GentleStopTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_nothing_to_write_the_station_stops_at_once_and_says_nothing()
    {
        await using var rig = await StationRig.StartAsync();
        var said = new List<Sentence>();

        await rig.Stop.WaitAsync(said.Add, Stop).WaitAsync(TimeSpan.FromSeconds(5), Stop);

        Assert.Empty(said);
    }

    [Fact]
    public async Task A_phone_that_is_being_written_is_finished_first()
    {
        await using var rig = await StationRig.StartAsync(rate: 200_000);
        var said = new List<Sentence>();
        var link = await WriteAsync(rig);

        await rig.Stop.WaitAsync(said.Add, Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);

        Assert.Contains(rig.PortPath, said[0].French, StringComparison.Ordinal);
        Assert.Equal(Outcome.Written, (await link.HearAsync(request => request.Fact?.AttemptEnded)).Outcome);
    }

    [Fact]
    public async Task A_second_signal_does_not_wait()
    {
        await using var rig = await StationRig.StartAsync(rate: 100_000);
        var said = new List<Sentence>();
        await WriteAsync(rig);
        using var atOnce = new CancellationTokenSource();

        var stopping = rig.Stop.WaitAsync(said.Add, atOnce.Token);
        Assert.False(stopping.IsCompleted);
        await atOnce.CancelAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(5), Stop);

        Assert.Contains(said, sentence => sentence.English.Contains("interrupted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_station_that_is_stopping_begins_nothing_new()
    {
        await using var rig = await StationRig.StartAsync();
        var orders = new Orders(rig);
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await rig.Stop.WaitAsync(_ => { }, Stop);

        await link.SayAsync(orders.Grant());
        await link.SayAsync(orders.Cancel()); // taken in order: it finds an attempt that has not begun

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);
        Assert.Equal("Cancelled before it began.", ended.Detail);
    }

    private static async Task<Link.ScriptedLink> WriteAsync(StationRig rig)
    {
        var orders = new Orders(rig);
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());
        await rig.UntilPastReturnAsync();
        return link;
    }
}
