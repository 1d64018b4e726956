using System.Net;
using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Wire;

/// <summary>Fastboot over TCP: one client at a time, the others wait.</summary>
internal sealed class FastbootTcpPort(IPEndPoint address, PhoneParts parts) : IPhonePort
{
    private readonly TcpPort _port = new(address);

    public IPEndPoint Address => _port.Address;

    public bool SpeaksIn(PhoneState state) => state.Mode is PhoneMode.Bootloader or PhoneMode.Fastbootd;

    public void Open(PhoneMode mode) => _port.Open();

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await _port.AcceptAsync(cancellationToken);
            var frames = new FastbootTcpFrames(parts.Cable.Connect(new NetworkStream(connection, ownsSocket: true)));
            var service = new FastbootService(new FastbootTcpLine(frames, parts.Time), mode, parts);
            if (await service.ServeAsync(cancellationToken) is { } departure)
            {
                return departure;
            }

            if (parts.Faults.TakeUnplug())
            {
                return new Departure(BootTarget.Unplugged);
            }
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => _port.CloseAsync(parts.Time, cancellationToken);

    public void Dispose() => _port.Dispose();
}
