using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Ledger;

/// <summary>Reads the cursors of the stations that are linked here every few seconds: another replica may have recorded their facts.</summary>
internal sealed partial class CursorWatch(LedgerStore store, StationDesk desk, TimeProvider time, ILogger<CursorWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var stations = desk.Seats.Select(seat => seat.Station).ToArray();
                foreach (var cursor in await store.ReadCursorsAsync(stations, stoppingToken))
                {
                    desk.Recorded(cursor.StationId, cursor.JournalId, cursor.RecordedSequence);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogCursorsUnread(logger, exception is NpgsqlException ? null : exception, exception.GetType().Name, exception.Message);
            }
        }
    }

    [LoggerMessage(4002, LogLevel.Warning, "The cursors could not be read ({Fault}: {Detail}); tried again in 5 s")]
    private static partial void LogCursorsUnread(ILogger logger, Exception? exception, string fault, string detail);
}
