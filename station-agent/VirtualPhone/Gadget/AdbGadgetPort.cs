using Espero.VirtualPhone.Adb;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Gadget;

/// <summary>adb behind a USB gadget: one adb server at a time, as the interface can be claimed once.</summary>
/// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
/// <exception cref="UnauthorizedAccessException">Only root may.</exception>
internal sealed class AdbGadgetPort(GadgetPaths paths, PhoneParts parts) : IPhonePort
{
    private readonly GadgetSocket _socket = new(paths, GadgetFace.Adb, parts.Time);

    public bool SpeaksIn(PhoneState state) => AdbTcpPort.Speaks(state);

    public void Open(PhoneMode mode) =>
        _socket.Open(mode == PhoneMode.System ? GadgetIdentity.System : GadgetIdentity.Recovery, parts.Phone.State.Serial);

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stream = _socket.Connect();
            var messages = new AdbGadgetStream(parts.Cable.Connect(stream), () => _socket.DropAsync(stream));
            if (await new AdbConnection(AdbWire.OverUsb(messages), mode, parts).ServeAsync(cancellationToken) is { } departure)
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
