using Espero.Orchestrator.Fleet.UnknownModels;
using Npgsql;

namespace Espero.Orchestrator.Fleet;

/// <summary>Once a day, and at the start, forgets what phones said too long ago. Every replica does; what is gone is gone once.</summary>
internal sealed partial class DailyForgetting(
    PhoneFactStore facts, UnknownModelStore unknownModels, TimeProvider time, ILogger<DailyForgetting> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                await facts.ForgetOldAsync(stoppingToken);
                await unknownModels.ForgetOldAsync(stoppingToken);
            }
            catch (NpgsqlException fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotForgotten(logger, fault.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(6001, LogLevel.Warning, "What phones said long ago was not forgotten ({Detail}); it is tried again in a day")]
    private static partial void LogNotForgotten(ILogger logger, string detail);
}
