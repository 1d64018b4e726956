using System.Net.Sockets;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Reaches a phone that speaks fastboot over TCP.</summary>
public static class FastbootTcp
{
    /// <summary>Connects and shakes hands within <see cref="FastbootOptions.Handshake"/>.</summary>
    public static async Task<FastbootResult<FastbootSession>> ConnectAsync(
        string host, int port, FastbootOptions options, TimeProvider time, Action<string> onMessage, CancellationToken cancellationToken)
    {
        using var watchdog = new Watchdog(options.Handshake, options.Handshake, time, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            SendBuffer.Widen(socket);
            await socket.ConnectAsync(host, port, watchdog.Token);
            var frames = new FastbootTcpFrames(new NetworkStream(socket, ownsSocket: true));
            await frames.ShakeHandsAsync(watchdog.Token);
            return new FastbootSession(frames, options, time, onMessage);
        }
        catch (OperationCanceledException) when (watchdog.Token.IsCancellationRequested)
        {
            return Give(watchdog.Bit ? FastbootFailure.Silent : FastbootFailure.Cancelled, $"{host}:{port} did not shake hands in time.");
        }
        catch (FastbootProtocolException nonsense)
        {
            return Give(FastbootFailure.Nonsense, nonsense.Message);
        }
        catch (Exception lost) when (lost is SocketException or IOException)
        {
            return Give(FastbootFailure.CableLost, lost.Message);
        }

        FastbootError Give(FastbootFailure failure, string text)
        {
            socket.Dispose();
            return new FastbootError(failure, text);
        }
    }
}
