using System.Net;
using System.Net.Sockets;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Reaches a phone that speaks fastboot over UDP.</summary>
public static class FastbootUdp
{
    public const int DefaultPort = 5554;

    /// <summary>Asks, agrees on a packet size and begins, within <see cref="FastbootOptions.Handshake"/>.</summary>
    public static Task<FastbootResult<FastbootSession>> ConnectAsync(
        string host, int port, FastbootOptions options, TimeProvider time, Action<string> onMessage, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Dgram, ProtocolType.Udp);
        return SessionOpening.OpenAsync($"{host}:{port}", socket, ShakeHandsAsync, options, time, onMessage, cancellationToken);

        async Task<IFastbootTransport> ShakeHandsAsync(CancellationToken token)
        {
            // UDP's connect asks nobody, so the first address is taken as good; bootloaders rarely speak IPv6.
            var addresses = await Dns.GetHostAddressesAsync(host, token);
            var address = addresses.OrderBy(one => one.AddressFamily != AddressFamily.InterNetwork).First();
            await socket.ConnectAsync(address, port, token);
            var packets = new FastbootUdpPackets(new UdpExchange(new SocketDatagrams(socket), options, time), options, time);
            await packets.ShakeHandsAsync(token);
            return packets;
        }
    }
}
