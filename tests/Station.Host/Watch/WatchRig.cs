using Espero.Station.Protocols.Fastboot;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Espero.VirtualPhone;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>The watch of one port, with a virtual phone on it.</summary>
internal sealed class WatchRig : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly TempFolder _folder = new();
    private readonly VirtualPhoneServer _phone;
    private readonly PhoneBench _bench;
    private readonly PortWatch _watch;
    private bool _unplugged;

    private WatchRig(Fault[] faults)
    {
        _phone = VirtualPhoneServer.Start(
            new VirtualPhoneOptions { Model = VirtualA.Model, StoreDirectory = _folder.Path, Serial = "SERIAL0001", Faults = [.. faults] },
            TimeProvider.System,
            new Random(1));
        Assert.True(PortAddress.TryParse(_phone.Target, 1, out var port));
        Ports = new PortSet([port]);
        Board = new PortBoard([port]);
        var fastboot = new FastbootOptions { Handshake = TimeSpan.FromSeconds(2), Question = TimeSpan.FromMilliseconds(500) };
        _bench = new PhoneBench(_folder.In("bench"), fastboot, TimeProvider.System);
        _watch = new PortWatch(
            Ports,
            _bench.Connector,
            Board,
            new WatchOptions { PauseMilliseconds = 50 },
            TimeProvider.System,
            NullLogger<PortWatcher>.Instance);
    }

    public PortSet Ports { get; }

    public PortBoard Board { get; }

    public PhonePort Port => Ports.Ports[0];

    public static async Task<WatchRig> StartAsync(params Fault[] faults)
    {
        var rig = new WatchRig(faults);
        await rig._watch.StartAsync(TestContext.Current.CancellationToken);
        return rig;
    }

    /// <summary>Waits until the port looks as wanted.</summary>
    public async Task<PhoneSight?> SeesAsync(Predicate<PhoneSight?> wanted)
    {
        while (true)
        {
            var changed = Board.Changed.Next;
            if (wanted(Board.Ports[0].Phone))
            {
                return Board.Ports[0].Phone;
            }

            await changed.WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
    }

    public async Task UnplugAsync()
    {
        if (!_unplugged)
        {
            _unplugged = true;
            await _phone.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        await UnplugAsync();
        await _bench.DisposeAsync();
        Ports.Dispose();
        _folder.Dispose();
    }
}
