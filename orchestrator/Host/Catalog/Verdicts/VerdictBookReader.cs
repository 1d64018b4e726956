using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Reads the data sets at the start, and again when their files have changed. What cannot be read leaves the last good book.</summary>
internal sealed partial class VerdictBookReader(
    VerdictBook book, IOptions<CatalogOptions> options, TimeProvider time, ILogger<VerdictBookReader> logger) : BackgroundService
{
    private const int MaxLoggedErrors = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private (int Count, DateTime Newest) _read;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ModelsFolder is not { Length: > 0 } folder)
        {
            LogNoFolder(logger);
            book.HasLooked();
            return;
        }

        using var timer = new PeriodicTimer(BetweenLooks, time);
        do
        {
            ReadIfChanged(folder);
            book.HasLooked();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void ReadIfChanged(string folder)
    {
        try
        {
            var found = StampOf(folder); // taken first: what changes during the reading is read next time
            if (found != _read)
            {
                Show(ModelBook.ReadAny(folder), folder);
                _read = found;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(logger, folder, fault.Message, book.Models.Models.Length);
        }
    }

    private void Show(ModelBook read, string folder)
    {
        foreach (var error in read.Errors.Take(MaxLoggedErrors))
        {
            LogError(logger, error);
        }

        if (read.Models.IsEmpty)
        {
            LogNothing(logger, folder, book.Models.Models.Length);
            return;
        }

        book.Models = read;
        LogRead(logger, read.Models.Length, read.Projects.Length, folder, read.Errors.Length);
    }

    private static (int Count, DateTime Newest) StampOf(string folder)
    {
        DateTime[] written =
        [
            .. new DirectoryInfo(folder).EnumerateFiles("*.y*ml", SearchOption.AllDirectories).Select(file => file.LastWriteTimeUtc),
        ];
        return (written.Length, written.DefaultIfEmpty().Max());
    }

    [LoggerMessage(5001, LogLevel.Information, "{Models} models of {Projects} projects were read from {Folder}, with {Errors} errors")]
    private static partial void LogRead(ILogger logger, int models, int projects, string folder, int errors);

    [LoggerMessage(5002, LogLevel.Warning, "No folder with data on models was given (--models): verdicts know only the catalogue's own models")]
    private static partial void LogNoFolder(ILogger logger);

    [LoggerMessage(5003, LogLevel.Warning, "What is known of models was not read from {Folder} ({Detail}); {Kept} models are kept, and it is tried again within a minute")]
    private static partial void LogUnreadable(ILogger logger, string folder, string detail, int kept);

    [LoggerMessage(5004, LogLevel.Warning, "{Folder} holds no model; the {Kept} models read before are kept")]
    private static partial void LogNothing(ILogger logger, string folder, int kept);

    [LoggerMessage(5005, LogLevel.Warning, "A file about models could not be read: {Error}")]
    private static partial void LogError(ILogger logger, SourceError error);
}
