using System.Net;
using System.Net.Sockets;

namespace Espero.Station.Protocols.Tests.Fastboot;

/// <summary>Two ends of a real connection over loopback.</summary>
internal sealed class SocketPair : IAsyncDisposable
{
    private SocketPair(NetworkStream station, NetworkStream phone)
    {
        Station = station;
        Phone = phone;
    }

    public NetworkStream Station { get; }

    public NetworkStream Phone { get; }

    public static async Task<SocketPair> OpenAsync(CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var station = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await station.ConnectAsync(listener.LocalEndpoint, cancellationToken);
        var phone = await listener.AcceptSocketAsync(cancellationToken);
        return new SocketPair(new NetworkStream(station, ownsSocket: true), new NetworkStream(phone, ownsSocket: true));
    }

    public async ValueTask DisposeAsync()
    {
        await Station.DisposeAsync();
        await Phone.DisposeAsync();
    }
}
