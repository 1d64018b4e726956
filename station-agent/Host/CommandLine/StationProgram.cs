using System.CommandLine;
using System.CommandLine.Invocation;
using Espero.Station.Run;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Espero.Station.CommandLine;

/// <summary>The program: reads its words, holds its directory, runs its host.</summary>
internal static class StationProgram
{
    /// <param name="compose">Puts the parts of a station together.</param>
    /// <param name="others">The commands for a person at this PC.</param>
    public static async Task<int> RunAsync(
        string[] args, Func<StationOptions, DataDirectory, IHost> compose, IEnumerable<Command> others, TextWriter output, TextWriter error)
    {
        var root = new StationCommandLine().Root((options, stop) => RunAsync(options, compose, error, stop), others);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction complaint)
        {
            complaint.ShowHelp = false; // the complaint would drown in it
        }

        var exit = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exit;
    }

    private static async Task<int> RunAsync(
        StationOptions options, Func<StationOptions, DataDirectory, IHost> compose, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            using var data = DataDirectory.Hold(options.DataDirectory);
            using var host = compose(options, data);
            await RunAsync(host, error, cancellationToken);
            return ExitCode.Ok;
        }
        catch (Exception stopped) when (stopped is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(
                $"espero-station: The directory {options.DataDirectory} cannot be used ({stopped.Message}). "
                + "Stop the other station that uses it, make it writable, or give another one.");
            return ExitCode.Failed;
        }
    }

    private static async Task RunAsync(IHost host, TextWriter error, CancellationToken cancellationToken)
    {
        using var signals = new StopSignals();
        await host.StartAsync(cancellationToken);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Asked, lifetime.ApplicationStopping, cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        await host.Services.GetRequiredService<GentleStop>().WaitAsync(error.WriteLine, signals.AtOnce);
        await host.StopAsync(CancellationToken.None);
    }
}
