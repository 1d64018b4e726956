using Espero.Station.CommandLine;
using Espero.Station.Recipes.Failures;
using Espero.Station.Workbench;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>heimdall cannot choose a phone, so nobody lets it.</summary>
public sealed class SeveralInDownloadModeTests
{
    private const string Flash = "  - flash: { partition: RECOVERY, file: recovery.img }\n";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_two_are_plugged_in_neither_is_touched_and_the_other_is_named()
    {
        await using var rig = Two();

        Assert.Equal(ExitCode.Refused, await rig.FlashAsync(Flash));

        Assert.Contains(FailureCode.SeveralInDownloadMode, rig.Talk, StringComparison.Ordinal);
        Assert.Contains(DownloadRig.OtherPort, rig.Talk, StringComparison.Ordinal);
        Assert.Empty(rig.Operations);
    }

    [Fact]
    public async Task Both_are_listed_with_what_is_in_their_way()
    {
        await using var rig = Two();

        var phones = await PhoneList.ReadAsync(rig.Bench, [], Stop);

        Assert.All(phones, phone => Assert.Equal(FailureCode.SeveralInDownloadMode, phone.Obstacle?.FailureClass));
        Assert.Equal([DownloadRig.Port, DownloadRig.OtherPort], phones.Select(phone => phone.Port));
    }

    [Fact]
    public async Task A_phone_under_way_waits_until_a_second_one_is_unplugged()
    {
        await using var rig = Plugged();
        rig.During("flash", rig.PlugOther);

        var flashing = rig.FlashAsync(Flash + "  - flash: { partition: BOOT, file: recovery.img }\n");
        await UntilAsync(() => rig.Log.Contains($"phones are in download mode on {DownloadRig.OtherPort}", StringComparison.Ordinal));
        rig.During("flash", ":");
        rig.Sockets.Unplug(DownloadRig.OtherPort);
        var exit = await flashing.WaitAsync(Limit, Stop);

        Assert.True(exit == ExitCode.Ok, rig.Talk); // the program fails when it sees two
        Assert.Equal(rig.Image, rig.Written("BOOT"));
    }

    [Fact]
    public async Task A_phone_is_sent_into_the_mode_only_once_the_other_has_left_it()
    {
        await using var rig = Plugged();
        var seats = rig.Bench.Downloads.Seats;

        var second = seats.TakeAsync(DownloadRig.OtherPort, _ => { }, Stop);
        Assert.False(second.IsCompleted);
        rig.Sockets.Unplug(DownloadRig.Port);

        Assert.Null(await second.WaitAsync(Limit, Stop));
    }

    [Fact]
    public async Task Of_two_phones_on_their_way_the_second_waits_for_the_first_to_come_and_go()
    {
        await using var rig = new DownloadRig();
        var seats = rig.Bench.Downloads.Seats;

        Assert.Null(await seats.TakeAsync(DownloadRig.Port, _ => { }, Stop));
        var second = seats.TakeAsync(DownloadRig.OtherPort, _ => { }, Stop);
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);
        await rig.Bench.Connector.ConnectAsync(DownloadRig.Address, _ => { }, Stop);
        Assert.False(second.IsCompleted);
        rig.Sockets.Unplug(DownloadRig.Port);

        Assert.Null(await second.WaitAsync(Limit, Stop));
    }

    private static DownloadRig Plugged()
    {
        var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port);
        return rig;
    }

    private static DownloadRig Two()
    {
        var rig = Plugged();
        rig.Sockets.PlugDownloadMode(DownloadRig.OtherPort, address: 8);
        return rig;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(Limit);
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, late.Token);
        }
    }
}
