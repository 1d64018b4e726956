using System.Net.Sockets;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Adb;

/// <summary>The edge of every conversation: here and only here what was thrown becomes a value, and every call gets its end.</summary>
internal static class AdbEdge
{
    public static async Task<AdbResult<T>> RunAsync<T>(
        string what, AdbLimit limit, TimeProvider time, Func<Watchdog, Task<AdbResult<T>>> act, CancellationToken cancellationToken)
    {
        using var watchdog = new Watchdog(limit.Silence, limit.Longest, time, cancellationToken);
        try
        {
            return await act(watchdog);
        }
        catch (OperationCanceledException) when (watchdog.Token.IsCancellationRequested)
        {
            return cancellationToken.IsCancellationRequested
                ? new AdbError(AdbFailure.Cancelled, $"'{what}' was cancelled.")
                : new AdbError(AdbFailure.Silent, $"'{what}' did not go on in time.");
        }
        catch (AdbProtocolException nonsense)
        {
            return new AdbError(AdbFailure.Nonsense, nonsense.Message);
        }
        catch (AdbFileException unreadable)
        {
            return new AdbError(AdbFailure.FileUnreadable, unreadable.Message);
        }
        catch (Exception lost) when (lost is IOException or SocketException or ObjectDisposedException)
        {
            return new AdbError(AdbFailure.ConnectionLost, $"'{what}' was cut off: {lost.Message}");
        }
    }
}
