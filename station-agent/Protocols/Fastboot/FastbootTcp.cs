using System.Net.Sockets;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Reaches a phone that speaks fastboot over TCP.</summary>
public static class FastbootTcp
{
    /// <summary>Connects and shakes hands within <see cref="FastbootOptions.Handshake"/>.</summary>
    public static Task<FastbootResult<FastbootSession>> ConnectAsync(
        string host, int port, FastbootOptions options, TimeProvider time, Action<string> onMessage, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        return SessionOpening.OpenAsync($"{host}:{port}", socket, ShakeHandsAsync, options, time, onMessage, cancellationToken);

        async Task<IFastbootTransport> ShakeHandsAsync(CancellationToken token)
        {
            SendBuffer.Widen(socket);
            await socket.ConnectAsync(host, port, token);
            var frames = new FastbootTcpFrames(new NetworkStream(socket, ownsSocket: true));
            await frames.ShakeHandsAsync(token);
            return frames;
        }
    }
}
