using System.Collections.Immutable;
using System.Threading.Channels;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Boots;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone;

/// <summary>The phone's one loop: it opens the ports of its mode, serves them until somebody sends it elsewhere, and boots.</summary>
internal sealed class PhoneLife(PhoneParts parts, ImmutableArray<IPhonePort> ports)
{
    // Over USB nobody takes the last words of a phone whose adb server has just been ended.
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(5);

    private readonly BootSequence _boot = new(parts);

    // Holding the keys twice is holding them once.
    private readonly Channel<BootTarget> _keys =
        Channel.CreateBounded<BootTarget>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Channel<bool> _plug =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private Phone Phone => parts.Phone;

    /// <summary>Somebody holds the keys; a phone in its bootloader does not notice. Callable from any thread.</summary>
    public void HoldKeys()
    {
        if (Phone.State.Mode != PhoneMode.Bootloader)
        {
            _keys.Writer.TryWrite(BootTarget.Bootloader);
        }
    }

    /// <summary>Somebody holds the keys for the recovery, from whatever mode. Callable from any thread.</summary>
    public void HoldRecoveryKeys() => _keys.Writer.TryWrite(BootTarget.Recovery);

    /// <summary>Somebody puts the cable back in. Callable from any thread.</summary>
    public void PlugIn() => _plug.Writer.TryWrite(true);

    /// <exception cref="IOException">The store broke.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        OpenPorts(Phone.State);
        while (true)
        {
            var mode = Phone.State.Mode;
            var target = await ServeAsync(mode, cancellationToken);
            Arrive(target == BootTarget.Unplugged
                ? await ComeBackAsync(mode, cancellationToken)
                : await BootAsync(target, cancellationToken));
        }
    }

    private async Task<BootTarget> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var open = ports.Where(port => port.SpeaksIn(Phone.State)).ToImmutableArray();
        Task<Departure>[] services = [WaitForHandsAsync(mode, stop.Token), .. open.Select(port => port.ServeAsync(mode, stop.Token))];
        var first = await Task.WhenAny(services);

        await stop.CancelAsync();
        foreach (var other in services.Where(service => service != first))
        {
            await EndAsync(other);
        }

        await using var departure = await first;
        foreach (var port in open)
        {
            await port.CloseAsync(cancellationToken);
        }

        Phone.Change(state => state with { Mode = PhoneMode.Booting });
        await SayFarewellAsync(departure, cancellationToken);
        return departure.Target;
    }

    private async Task<Departure> WaitForHandsAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        while (true)
        {
            var target = await _keys.Reader.ReadAsync(cancellationToken);
            if (mode != PhoneMode.Bootloader || target != BootTarget.Bootloader)
            {
                return new Departure(target);
            }
        }
    }

    // Two may have left at the same moment: the first one counts, the other hears nothing more.
    private static async Task EndAsync(Task<Departure> service)
    {
        try
        {
            await (await service).DisposeAsync();
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task SayFarewellAsync(Departure departure, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(FarewellLimit, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await departure.SayFarewellAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Nor does anybody wait for them.
        }
        catch (Exception gone) when (gone is IOException or FastbootProtocolException)
        {
            // The client did not wait for the answer; the phone goes all the same.
        }
    }

    private async Task<PhoneState> ComeBackAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        await _plug.Reader.ReadAsync(cancellationToken);
        return Phone.State with { Mode = mode };
    }

    private async Task<PhoneState> BootAsync(BootTarget target, CancellationToken cancellationToken)
    {
        if (_boot.Hangs(target))
        {
            target = await _keys.Reader.ReadAsync(cancellationToken);
        }

        return await _boot.RunAsync(target, cancellationToken);
    }

    // Whoever sees the phone in a mode can connect to it.
    private void Arrive(PhoneState state)
    {
        OpenPorts(state);
        Phone.Change(_ => state);
    }

    private void OpenPorts(PhoneState state)
    {
        foreach (var port in ports.Where(port => port.SpeaksIn(state)))
        {
            port.Open(state.Mode);
        }
    }
}
