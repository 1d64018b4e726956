using System.Collections.Immutable;
using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Server;

namespace Espero.Station.Watch;

/// <summary>The station's own adb server, started at the first need of it and ended with the program.</summary>
internal sealed class AdbDesk(AdbServerOptions serverOptions, AdbOptions options, TimeProvider time, Action<AdbServerDeath> onDeath) : IAsyncDisposable
{
    // A server looks for USB phones once a second, and then shakes hands with each.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _starting = new(1, 1);
    private AdbServer? _server;
    private long _startedAt;

    /// <summary>A client of our server; the error says why there is none.</summary>
    public async Task<TalkResult<AdbClient>> ClientAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_server is null)
            {
                var started = await AdbServer.StartAsync(serverOptions, time, onDeath, cancellationToken);
                if (!started.Succeeded)
                {
                    return started.Error.ToTalkError();
                }

                _server = started.Value;
                _startedAt = time.GetTimestamp();
            }

            return new AdbClient(_server.Endpoint, options, time);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>What our server lists. One that has just started is given the time to meet the phones on these USB ports.</summary>
    public async Task<TalkResult<ImmutableArray<AdbDevice>>> ListAsync(IEnumerable<string> usbPorts, CancellationToken cancellationToken)
    {
        var client = await ClientAsync(cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        while (true)
        {
            var listed = await client.Value.GetDevicesAsync(cancellationToken);
            if (!listed.Succeeded)
            {
                return listed.Error.ToTalkError();
            }

            if (time.GetElapsedTime(_startedAt) >= Settling || usbPorts.All(port => listed.Value.Any(device => IsMet(device, port))))
            {
                return listed.Value;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Where the server says that the phone on a USB port is.</summary>
    public static string DevicePathOf(string usbPort) => $"usb:{usbPort}";

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }

        _starting.Dispose();
    }

    private static bool IsMet(AdbDevice device, string usbPort) =>
        device.DevicePath == DevicePathOf(usbPort)
        && device.State is not (AdbState.Connecting or AdbState.Authorizing or AdbState.Offline);
}
