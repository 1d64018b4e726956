using Espero.Orchestrator.Links;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dispatch;

/// <summary>
/// For the stations linked to this replica: settles what waits, claims what is ready, and says again every order that a row
/// still stands for. Looks when woken, and every few seconds anyway.
/// </summary>
internal sealed partial class DispatchLoop(
    DispatchStore store,
    StationDesk desk,
    OrderBook orders,
    WakeSignal wake,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<DispatchLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await wake.WaitAsync(options.Value.PollInterval, time, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotLooked(logger, exception.Message);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var seats = desk.Seats;
        if (seats.Count == 0)
        {
            return;
        }

        var stations = seats.Select(seat => seat.Station).ToArray();
        await store.SettleAsync(stations, options.Value.Countdown, cancellationToken);
        await store.ClaimAsync(stations, cancellationToken);
        foreach (var due in await store.ReadDueOrdersAsync(stations, cancellationToken))
        {
            orders.Say(due);
        }
    }

    [LoggerMessage(3002, LogLevel.Warning, "Dispatch could not look: {Detail}; it looks again within seconds")]
    private static partial void LogNotLooked(ILogger logger, string detail);
}
