using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Watch;

/// <summary>Watches every port for as long as the station runs.</summary>
internal sealed class PortWatch(
    PortSet ports, PhoneConnector connector, PortBoard board, WatchOptions options, TimeProvider time, ILogger<PortWatcher> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        ports.Ports.Select(port => new PortWatcher(port, connector, board, options, time, logger).RunAsync(stoppingToken)));
}
