using System.Net.Sockets;

namespace Espero.Station.Protocols.Fastboot;

/// <summary>Turns a handshake into a session, or what went wrong with it into a value.</summary>
internal static class SessionOpening
{
    /// <param name="place">What people call the other end.</param>
    /// <param name="socket">Belongs to the transport once hands are shaken; closed here if they are not.</param>
    public static async Task<FastbootResult<FastbootSession>> OpenAsync(
        string place,
        Socket socket,
        Func<CancellationToken, Task<IFastbootTransport>> shakeHands,
        FastbootOptions options,
        TimeProvider time,
        Action<string> onMessage,
        CancellationToken cancellationToken)
    {
        using var watchdog = new Watchdog(options.Handshake, options.Handshake, time, cancellationToken);
        try
        {
            return new FastbootSession(await shakeHands(watchdog.Token), options, time, onMessage);
        }
        catch (OperationCanceledException) when (watchdog.Token.IsCancellationRequested)
        {
            return Give(watchdog.Bit ? FastbootFailure.Silent : FastbootFailure.Cancelled, $"{place} did not shake hands in time.");
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
