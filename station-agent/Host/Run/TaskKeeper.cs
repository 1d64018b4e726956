using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Run;

/// <summary>Holds what runs beside the orders, so that nothing is forgotten at the end and no fault goes unsaid.</summary>
internal sealed partial class TaskKeeper(ILogger<TaskKeeper> logger)
{
    private readonly ConcurrentDictionary<Task, bool> _tasks = new();

    /// <summary>The task given back never fails.</summary>
    public Task Start(Task task)
    {
        var watched = WatchAsync(task);
        _tasks[watched] = true;
        _ = watched.ContinueWith(
            static (done, tasks) => ((ConcurrentDictionary<Task, bool>)tasks!).TryRemove(done, out _),
            _tasks,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return watched;
    }

    public Task AllAsync() => Task.WhenAll(_tasks.Keys);

    private async Task WatchAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The station stops.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFault(logger, exception);
        }
    }

    [LoggerMessage(4007, LogLevel.Error, "A task of the station met a fault of its program.")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
