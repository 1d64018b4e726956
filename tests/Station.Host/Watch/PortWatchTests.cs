using Espero.Station.Recipes.Failures;
using Espero.VirtualPhone.Faults;
using PhoneMode = Espero.Plan.V1.PhoneMode;

namespace Espero.Station.Host.Tests.Watch;

public sealed class PortWatchTests
{
    private static readonly TimeSpan NoticedWithin = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_that_is_there_is_seen_with_its_mode_and_what_it_says()
    {
        await using var rig = await WatchRig.StartAsync();

        var phone = await rig.SeesAsync(sight => sight is not null);

        Assert.Equal((PhoneMode.Bootloader, true), (phone!.Mode, phone.IsUsable));
        Assert.Equal("virtual-a", phone.Facts["getvar.product"]);
    }

    [Fact]
    public async Task A_phone_that_is_unplugged_is_gone_within_seconds()
    {
        await using var rig = await WatchRig.StartAsync();
        await rig.SeesAsync(sight => sight is not null);

        await rig.UnplugAsync();

        await rig.SeesAsync(sight => sight is null).WaitAsync(NoticedWithin, Stop);
    }

    [Fact]
    public async Task A_phone_that_says_nothing_is_shown_as_silent()
    {
        await using var rig = await WatchRig.StartAsync(new CommandFault(new OnCommand("getvar:"), new SilenceEffect()));

        var phone = await rig.SeesAsync(sight => sight is not null);

        Assert.Equal((FailureCode.PhoneSilent, false), (phone!.Obstacle?.FailureClass, phone.IsUsable));
    }

    [Fact]
    public async Task A_phone_that_answers_nonsense_is_shown_as_such()
    {
        await using var rig = await WatchRig.StartAsync(new CommandFault(new OnCommand("getvar:"), new NonsenseEffect()));

        var phone = await rig.SeesAsync(sight => sight is not null);

        Assert.Equal((FailureCode.ProtocolNonsense, false), (phone!.Obstacle?.FailureClass, phone.IsUsable));
    }

    [Fact]
    public async Task While_somebody_holds_the_port_the_watch_leaves_the_phone_alone()
    {
        await using var rig = await WatchRig.StartAsync();
        await rig.SeesAsync(sight => sight is not null);

        using (await rig.Port.LeaseAsync(Stop))
        {
            await rig.UnplugAsync();
            Assert.NotNull(rig.Board.Ports[0].Phone); // nobody has looked
        }

        await rig.SeesAsync(sight => sight is null);
    }
}
