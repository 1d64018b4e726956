using Espero.Orchestrator.Database;
using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Hears the database's word that something moved, and wakes Dispatch and the open pages. While it is deaf the poll serves.</summary>
internal sealed partial class WakeListener(
    NpgsqlDataSource database, WakeSignal wake, ChangeFeed feed, TimeProvider time, ILogger<WakeListener> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogDeaf(logger, exception is NpgsqlException ? null : exception, exception.GetType().Name, exception.Message);
                await Task.Delay(PauseAfterLoss, time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) =>
        {
            wake.Wake();
            feed.Changed();
        };
        await using (var command = new NpgsqlCommand($"listen {JobMoves.WakeChannel}", connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        wake.Wake(); // what moved while nobody listened
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    [LoggerMessage(
        3001, LogLevel.Warning, "The database stopped telling what moved ({Fault}: {Detail}); listening again in 1 s, polling meanwhile")]
    private static partial void LogDeaf(ILogger logger, Exception? exception, string fault, string detail);
}
