using System.Net;
using System.Net.Sockets;
using Espero.VirtualPhone.Bootloader;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Wire;

namespace Espero.VirtualPhone.Adb;

/// <summary>adb over TCP: several adb servers may be connected, as to a real phone.</summary>
internal sealed class AdbTcpPort(IPEndPoint address, PhoneParts parts) : IPhonePort
{
    private const int MaxConnections = 8;
    private readonly TcpPort _port = new(address);

    public IPEndPoint Address => _port.Address;

    public bool SpeaksIn(PhoneState state) => Speaks(state);

    /// <summary>Whether the phone answers adb, by whatever way.</summary>
    public static bool Speaks(PhoneState state) => state.Mode switch
    {
        PhoneMode.System => state.AdbEnabled,
        PhoneMode.Recovery or PhoneMode.Sideload => true,
        _ => false,
    };

    public void Open(PhoneMode mode) => _port.Open();

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var connections = new List<Task<Departure?>>();
        try
        {
            var accepting = _port.AcceptAsync(stop.Token).AsTask();
            while (true)
            {
                if (await Task.WhenAny([accepting, .. connections]) is Task<Departure?> ended)
                {
                    connections.Remove(ended);
                    if (await ended is { } departure)
                    {
                        return departure;
                    }

                    continue;
                }

                var connection = await accepting;
                accepting = _port.AcceptAsync(stop.Token).AsTask();
                if (connections.Count < MaxConnections)
                {
                    connections.Add(ServeAsync(connection, mode, stop.Token));
                }
                else
                {
                    connection.Dispose();
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(connections))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => _port.CloseAsync(parts.Time, cancellationToken);

    public void Dispose() => _port.Dispose();

    private async Task<Departure?> ServeAsync(Socket connection, PhoneMode mode, CancellationToken cancellationToken)
    {
        var stream = parts.Cable.Connect(new NetworkStream(connection, ownsSocket: true));
        return await new AdbConnection(new AdbWire(stream), mode, parts).ServeAsync(cancellationToken)
            ?? (parts.Faults.TakeUnplug() ? new Departure(BootTarget.Unplugged) : null);
    }
}
