using Espero.Station.Watch;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>What a station makes of a phone that is unplugged and back before anybody has looked.</summary>
public sealed class ShortGapTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_that_is_back_between_two_looks_was_gone_all_the_same()
    {
        await using var rig = new DownloadRig();
        rig.Sockets.PlugDownloadMode(DownloadRig.Port, serial: "SAMSUNG001");
        using var ports = new PortSet([DownloadRig.Address]);
        var board = new PortBoard([DownloadRig.Address]);
        using var watch = new PortWatch(
            ports,
            rig.Bench.Connector,
            board,
            new WatchOptions { PauseMilliseconds = 500 },
            TimeProvider.System,
            NullLogger<PortWatcher>.Instance);
        await watch.StartAsync(Stop);
        await SeesAsync(board, isThere: true);

        await File.WriteAllTextAsync(Path.Combine(rig.Sockets.Root, DownloadRig.Port, "devnum"), "8\n", Stop);

        await SeesAsync(board, isThere: false);
        await SeesAsync(board, isThere: true);
        await watch.StopAsync(Stop);
    }

    private static async Task SeesAsync(PortBoard board, bool isThere)
    {
        while (true)
        {
            var changed = board.Changed.Next; // taken before looking
            if (board.Ports[0].Phone is not null == isThere)
            {
                return;
            }

            await changed.WaitAsync(Limit, Stop);
        }
    }
}
