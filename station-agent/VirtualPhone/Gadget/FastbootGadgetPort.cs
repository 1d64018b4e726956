using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Gadget;

/// <summary>Fastboot behind a USB gadget.</summary>
/// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
/// <exception cref="UnauthorizedAccessException">Only root may.</exception>
internal sealed class FastbootGadgetPort(GadgetPaths paths, PhoneParts parts) : IPhonePort
{
    private readonly GadgetSocket _socket = new(paths, GadgetFace.Fastboot, parts.Time);

    public bool SpeaksIn(PhoneState state) => state.Mode is PhoneMode.Bootloader or PhoneMode.Fastbootd;

    public void Open(PhoneMode mode) => _socket.Open(GadgetIdentity.Fastboot, parts.Phone.State.Serial);

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stream = _socket.Connect();
            var line = new GadgetLine(parts.Cable.Connect(stream), () => _socket.DropAsync(stream));
            if (await new FastbootService(line, mode, parts).ServeAsync(cancellationToken) is { } departure)
            {
                return departure;
            }

            if (parts.Faults.TakeUnplug())
            {
                return new Departure(BootTarget.Unplugged);
            }
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken)
    {
        _socket.Close();
        return Task.CompletedTask;
    }

    public void Dispose() => _socket.Dispose();
}
