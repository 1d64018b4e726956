using Espero.Station.Journal;
using Espero.Station.V1;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Run;

/// <summary>
/// Keeps the log of an attempt for as long as the journal keeps what happened in it: until it is acknowledged and thirty days old.
/// </summary>
internal sealed partial class LogKeeper(StationJournal journal, RunOptions options, TimeProvider time, ILogger<LogKeeper> logger)
    : BackgroundService
{
    private const int MaxFactsAtOnce = 512;
    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    /// <summary>Drops the logs of attempts that the journal no longer knows.</summary>
    public void Tidy()
    {
        // Listed before the journal is read: a log that is opened meanwhile is not among them.
        var logs = Directory.Exists(options.LogDirectory) ? Directory.GetFiles(options.LogDirectory, "*.log") : [];
        var known = KnownNames();
        foreach (var log in logs.Where(log => !known.Contains(Path.GetFileName(log))))
        {
            File.Delete(log);
            LogDropped(logger, Path.GetFileNameWithoutExtension(log));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                Tidy();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogNotTidied(logger, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private HashSet<string> KnownNames()
    {
        var known = journal.State.Attempts.Keys.Select(AttemptLog.FileNameOf).ToHashSet(StringComparer.Ordinal);
        using var reader = journal.ReadAfter(journal.FirstKeptSequence - 1);
        while (reader.Read(MaxFactsAtOnce) is { Count: > 0 } facts)
        {
            known.UnionWith(facts.Select(AttemptOf).OfType<AttemptKey>().Select(AttemptId.From).Select(AttemptLog.FileNameOf));
        }

        return known;
    }

    private static AttemptKey? AttemptOf(Fact fact) =>
        fact.AttemptEnded?.Attempt ?? fact.AttemptBegun?.Attempt ?? fact.AttemptInterrupted?.Attempt ?? fact.StepEnded?.Attempt;

    [LoggerMessage(4301, LogLevel.Information, "The log of attempt {Attempt} was dropped: everything in it is recorded and old.")]
    private static partial void LogDropped(ILogger logger, string attempt);

    [LoggerMessage(4302, LogLevel.Warning, "Old logs could not be dropped ({Reason}). The station tries again tomorrow.")]
    private static partial void LogNotTidied(ILogger logger, string reason);
}
