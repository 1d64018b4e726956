using System.Threading.Channels;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone;

/// <summary>The phone's one loop: it waits in the bootloader, serves one client at a time, boots, and sleeps in the system.</summary>
internal sealed class PhoneLife(
    PhoneStore store, IBootloaderPort port, FaultSchedule faults, VirtualPhoneOptions options, TimeProvider timeProvider)
{
    private readonly WriteCommands _writes = new(store.Phone, store.Storage);
    private readonly LockCommands _locks = new(store.Phone, store.Storage);

    // Holding the keys twice is holding them once.
    private readonly Channel<bool> _keys =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private Phone Phone => store.Phone;

    /// <summary>Somebody holds the keys; a phone in its bootloader does not notice. Callable from any thread.</summary>
    public void HoldKeys()
    {
        if (Phone.State.Mode != PhoneMode.Bootloader)
        {
            _keys.Writer.TryWrite(true);
        }
    }

    /// <exception cref="IOException">The store broke.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Phone.State.Mode == PhoneMode.Bootloader)
        {
            port.Open(Phone.State.Serial);
        }

        while (true)
        {
            if (Phone.State.Mode == PhoneMode.System)
            {
                await _keys.Reader.ReadAsync(cancellationToken);
                Arrive(Phone.State.StartedBootloader());
            }

            var target = await ServeUntilLeavingAsync(cancellationToken);
            await BootAsync(target, cancellationToken);
        }
    }

    private async Task<BootTarget> ServeUntilLeavingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var wire = await port.AcceptAsync(cancellationToken);
            if (await ServeAsync(wire, cancellationToken) is { } target)
            {
                return target;
            }
        }
    }

    private async Task<BootTarget?> ServeAsync(IClientWire wire, CancellationToken cancellationToken)
    {
        var session = new ClientSession(wire, new FastbootCommands(Phone, _writes, _locks), _writes, faults, timeProvider);
        BootTarget? target = null;
        try
        {
            var farewell = await session.ServeAsync(cancellationToken);
            target = farewell.Leave;

            // Whoever hears the OKAY and connects at once must find the port closed, not a dying one.
            await port.CloseAsync(timeProvider, cancellationToken);
            Phone.Change(state => state with { Mode = PhoneMode.Booting });
            await session.SayAsync(farewell, cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or FastbootProtocolException)
        {
            // The client left or talked nonsense; the phone stays as it is and takes the next one.
        }

        return target;
    }

    private async Task BootAsync(BootTarget target, CancellationToken cancellationToken)
    {
        Phone.Change(state => state with { Serial = faults.SerialAfterReboot(state.Serial) });
        if (faults.HangsOnReboot)
        {
            await _keys.Reader.ReadAsync(cancellationToken);
            target = BootTarget.Bootloader;
        }
        else
        {
            await Task.Delay(options.BootTime, timeProvider, cancellationToken);
        }

        Arrive(target == BootTarget.System ? Phone.State.StartedSystem() : Phone.State.StartedBootloader());
    }

    // Whoever sees the phone in its bootloader can connect.
    private void Arrive(PhoneState state)
    {
        if (state.Mode == PhoneMode.Bootloader)
        {
            port.Open(state.Serial);
        }

        Phone.Change(_ => state);
    }
}
