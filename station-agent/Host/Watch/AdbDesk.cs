using Espero.Station.Protocols.Adb;
using Espero.Station.Protocols.Adb.Server;

namespace Espero.Station.Watch;

/// <summary>The station's own adb server, started at the first need of it and ended with the program.</summary>
internal sealed class AdbDesk(AdbServerOptions serverOptions, AdbOptions options, TimeProvider time, Action<AdbServerDeath> onDeath) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private AdbServer? _server;

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
            }

            return new AdbClient(_server.Endpoint, options, time);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }

        _starting.Dispose();
    }
}
