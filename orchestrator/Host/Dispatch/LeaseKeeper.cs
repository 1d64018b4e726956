using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Links;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Writes down when the stations linked here were heard, and lets the leases of silent ones run out.</summary>
internal sealed partial class LeaseKeeper(
    StationStore stations,
    LeaseStore leases,
    StationDesk desk,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<LeaseKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Stations may have spoken into the void while this program was away: they get a whole lease to come back.
        var patientUntil = time.GetUtcNow() + options.Value.Lease;
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await stations.HeardAsync([.. desk.Seats.Select(seat => (seat.Station.StationId, seat.LastHeardAt))], stoppingToken);
                if (time.GetUtcNow() >= patientUntil && await leases.ExpireAsync(options.Value.Lease, stoppingToken) is > 0 and var lost)
                {
                    LogLeasesLost(logger, lost, options.Value.Lease);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Nobody could be written down as heard: no lease may run out for that.
                patientUntil = time.GetUtcNow() + options.Value.Lease;
                LogNotKept(logger, exception is NpgsqlException ? null : exception, exception.GetType().Name, exception.Message);
            }
        }
    }

    [LoggerMessage(3003, LogLevel.Warning, "{Count} attempts lost their lease: their stations were silent for {Lease}")]
    private static partial void LogLeasesLost(ILogger logger, int count, TimeSpan lease);

    [LoggerMessage(3004, LogLevel.Warning, "Leases could not be kept ({Fault}: {Detail}); none runs out meanwhile")]
    private static partial void LogNotKept(ILogger logger, Exception? exception, string fault, string detail);
}
