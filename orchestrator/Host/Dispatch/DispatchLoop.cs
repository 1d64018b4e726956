using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Orchestrator.Links;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>
/// For the stations linked to this replica: settles what waits, claims what is ready, and says again every order that a row
/// still stands for. Looks when woken, and every few seconds anyway.
/// </summary>
internal sealed partial class DispatchLoop(
    LockedJobStore lockedJobs,
    SettleStore settles,
    ClaimStore claims,
    DueStore dues,
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
                LogNotLooked(logger, exception is NpgsqlException ? null : exception, exception.GetType().Name, exception.Message);
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
        await SendToMakersAsync([.. stations.Select(station => station.SiteId).Distinct()], cancellationToken);
        await settles.SettleAsync(stations, options.Value.Countdown, cancellationToken);
        await claims.ClaimAsync(stations, cancellationToken);
        var unsaid = orders.Unsaid(await dues.ReadAsync(stations, cancellationToken));
        var plans = await dues.ReadPlansAsync(unsaid, cancellationToken);
        foreach (var due in unsaid)
        {
            orders.Say(due, due.ToOrder(plans));
        }
    }

    // Phones that wait for their makers can wait a little longer; those that are ready need not.
    private async Task SendToMakersAsync(string[] sites, CancellationToken cancellationToken)
    {
        try
        {
            await lockedJobs.SendToMakersAsync(sites, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSent(logger, exception is NpgsqlException ? null : exception, exception.GetType().Name, exception.Message);
        }
    }

    [LoggerMessage(3002, LogLevel.Warning, "Dispatch could not look ({Fault}: {Detail}); it looks again within seconds")]
    private static partial void LogNotLooked(ILogger logger, Exception? exception, string fault, string detail);

    [LoggerMessage(3005, LogLevel.Warning, "Locked phones could not be sent to their makers ({Fault}: {Detail}); this is tried again within seconds")]
    private static partial void LogNotSent(ILogger logger, Exception? exception, string fault, string detail);
}
