using System.CommandLine;
using System.CommandLine.Invocation;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Espero.Station.CommandLine;

/// <summary>The program: reads its words, holds its directory, runs its host.</summary>
internal static class StationProgram
{
    /// <param name="compose">Puts the parts of a station together.</param>
    /// <param name="others">The commands for a person at this PC.</param>
    public static async Task<int> RunAsync(
        string[] args, Func<StationOptions, DataDirectory, IHost> compose, IEnumerable<Command> others, Surroundings surroundings)
    {
        var root = new StationCommandLine(surroundings).Root((options, stop) => RunAsync(options, compose, surroundings, stop), others);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction complaint)
        {
            complaint.ShowHelp = false; // the complaint would drown in it
        }

        var exit = await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Talk,
            ProcessTerminationTimeout = null,
        });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;
    }

    private static async Task<int> RunAsync(
        StationOptions options, Func<StationOptions, DataDirectory, IHost> compose, Surroundings surroundings, CancellationToken cancellationToken)
    {
        using var data = await HoldAsync(options, surroundings);
        if (data is null)
        {
            return ExitCode.Failed;
        }

        using var host = compose(options, data);
        using var signals = new StopSignals();
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception wrong) when (FaultsOf(wrong) is { } faults)
        {
            await surroundings.Talk.WriteLineAsync(surroundings.Say(
                $"espero-station: The settings cannot be used: {faults} Correct them and start again.",
                $"espero-station : Les réglages sont inutilisables : {faults} Corrigez-les et relancez."));
            return ExitCode.Usage;
        }
        catch (Exception stopped) when (stopped is IOException or UnauthorizedAccessException)
        {
            await surroundings.Talk.WriteLineAsync(surroundings.Say(
                $"espero-station: What is kept in {options.DataDirectory} cannot be read or written ({stopped.Message}). "
                + "Make room on its disk and make it writable; then start again.",
                $"espero-station : Le contenu de {options.DataDirectory} ne peut être ni lu ni écrit ({stopped.Message}). "
                + "Libérez de la place sur son disque et donnez le droit d'y écrire, puis relancez."));
            return ExitCode.Failed;
        }

        await RunAsync(host, signals, surroundings, cancellationToken);
        return ExitCode.Ok;
    }

    /// <summary>Null when it is not about settings.</summary>
    private static string? FaultsOf(Exception wrong) => wrong switch
    {
        OptionsValidationException one => string.Join(" ", one.Failures),
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            string.Join(" ", several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures)),
        _ => null,
    };

    /// <summary>Null when the directory cannot be held; that is said.</summary>
    private static async Task<DataDirectory?> HoldAsync(StationOptions options, Surroundings surroundings)
    {
        try
        {
            return DataDirectory.Hold(options.DataDirectory);
        }
        catch (Exception stopped) when (stopped is IOException or UnauthorizedAccessException)
        {
            await surroundings.Talk.WriteLineAsync(surroundings.Say(
                $"espero-station: The directory {options.DataDirectory} cannot be used ({stopped.Message}). "
                + "Stop the other station that uses it, make it writable, or give another one.",
                $"espero-station : Le dossier {options.DataDirectory} est inutilisable ({stopped.Message}). "
                + "Arrêtez l'autre poste qui l'utilise, donnez le droit d'y écrire, ou donnez un autre dossier."));
            return null;
        }
    }

    private static async Task RunAsync(IHost host, StopSignals signals, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Asked, lifetime.ApplicationStopping, cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        await host.Services.GetRequiredService<GentleStop>()
            .WaitAsync(sentence => surroundings.Talk.WriteLine(surroundings.Say(sentence)), signals.AtOnce);
        await host.StopAsync(CancellationToken.None);
    }
}
