using Espero.Station.CommandLine;
using Espero.Station.Domain.Flashing.Forecast;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Words;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>What <c>espero-station flash</c> does, from the recipe to the exit code.</summary>
internal sealed class FlashProgram(FlashRequest request, PhoneBench bench, Surroundings surroundings, TimeProvider time)
{
    private readonly FlashReport _report = new(surroundings, request.AsJson);
    private bool _hasBegun;

    /// <param name="asked">A person wants it to stop: before the point of no return it does, after it the phone is finished first.</param>
    /// <param name="atOnce">A person wants it to stop even so.</param>
    public async Task<int> RunAsync(CancellationToken asked, CancellationToken atOnce)
    {
        try
        {
            if (MissingPath() is { } missing)
            {
                _report.NotStarted(missing);
                return ExitCode.Usage;
            }

            var parsed = await FolderCompiler.CompileAsync(request.RecipePath, request.FilesDirectory, asked);
            if (!parsed.IsGood)
            {
                _report.NotStarted([.. parsed.Errors.Select(error => new Sentence(error.In("en"), error.In("fr")))]);
                return ExitCode.Usage;
            }

            var port = await new PhoneFinder(bench, surroundings).FindAsync(request.Phone, asked);
            if (!port.Succeeded)
            {
                _report.Refused([new(port.Error.FailureClass, "", port.Error.Text)]);
                return ExitCode.Refused;
            }

            using var data = DataDirectory.Hold(request.DataDirectory);
            var code = await new UnlockCodePrompt(surroundings).ReadAsync(request, asked);
            return await RunAsync(
                new SoloFlash(request, port.Value, parsed.Value, code, data, bench.Connector, surroundings, time), asked, atOnce);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            var reason = new Sentence(
                $"A file or a folder cannot be used: {unusable.Message} Check the paths given and the room on the disk; if another "
                + $"espero-station uses {request.DataDirectory}, wait for it or give another --data.",
                $"Un fichier ou un dossier est inutilisable : {unusable.Message} Vérifiez les chemins donnés et la place sur le disque ; si un "
                + $"autre espero-station utilise {request.DataDirectory}, attendez-le ou donnez un autre --data.");
            _report.BrokenOff(reason, _hasBegun);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            _report.Stopped(atOnce.IsCancellationRequested);
            return ExitCode.Failed;
        }
    }

    private Sentence? MissingPath() =>
        !File.Exists(request.RecipePath) ? new(
            $"There is no recipe {request.RecipePath}. Give a recipe's file with --recipe.",
            $"Il n'y a pas de recette {request.RecipePath}. Donnez le fichier d'une recette avec --recipe.")
        : !Directory.Exists(request.FilesDirectory) ? new(
            $"There is no folder {request.FilesDirectory}. Give the folder of the recipe's files with --files.",
            $"Il n'y a pas de dossier {request.FilesDirectory}. Donnez le dossier des fichiers de la recette avec --files.")
        : null;

    private async Task<int> RunAsync(SoloFlash flash, CancellationToken asked, CancellationToken atOnce)
    {
        var (seen, refusals) = await flash.CheckAsync(asked);
        if (seen is null || refusals.Count > 0)
        {
            _report.Refused(refusals);
            return ExitCode.Refused;
        }

        var model = await ModelAsync(flash, seen, asked);
        var (phone, gaps) = await flash.RecheckAsync(seen, model, asked);
        if (gaps.Count > 0)
        {
            _report.Refused(gaps);
            return ExitCode.Refused;
        }

        var forecast = await flash.ForecastAsync(phone, asked);
        foreach (var line in ForecastText.Lines(forecast, surroundings.Language))
        {
            await surroundings.Talk.WriteLineAsync(line);
        }

        if (request.PlanOnly)
        {
            _report.Planned(forecast);
            return ExitCode.Ok;
        }

        var answer = await new ReleasePrompt(surroundings, time).AskAsync(
            request, Guid.CreateVersion7(time.GetUtcNow()).ToString(), () => flash.Gap, asked);
        if (!answer.IsGiven)
        {
            _report.Refused([answer.Refusal]);
            return ExitCode.Refused;
        }

        var release = answer.Release;
        release.PrintedModel = model ?? "";
        var startedAt = time.GetTimestamp();
        _hasBegun = true;
        if (await flash.RunAsync(phone, release, asked, atOnce) is not { } end)
        {
            _report.Stopped(atOnce.IsCancellationRequested);
            return ExitCode.Failed;
        }

        _report.Ended(end, time.GetElapsedTime(startedAt));
        return end.Outcome is Outcome.Succeeded or Outcome.Written ? ExitCode.Ok : ExitCode.Failed;
    }

    // Only after the phone has proven what it can: nobody turns over a phone that is the wrong one anyway.
    private async Task<string?> ModelAsync(SoloFlash flash, PhoneSight phone, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(request.PrintedModel) || !flash.AsksAPerson(phone))
        {
            return request.PrintedModel?.Trim();
        }

        var prompt = new ModelPrompt(surroundings);
        if (!request.PlanOnly)
        {
            return await prompt.AskAsync(cancellationToken);
        }

        await prompt.SayAsync();
        return null;
    }
}
