using Espero.Station.CommandLine;
using Espero.Station.Journal;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Espero.Station.Host.Tests.CommandLine;

public sealed class StationProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Settings_that_do_not_hold_are_one_sentence_and_a_usage_error()
    {
        var exit = await RunAsync(services => services
            .AddGiven<RunOptions, RunOptionsCheck>(new RunOptions { FlashSlots = 0, LogDirectory = "logs" })
            .AddGiven<JournalOptions, JournalOptionsCheck>(new JournalOptions { KeepAcknowledgedDays = 0 }));

        Assert.Equal(2, exit);
        Assert.Contains("FlashSlots", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("KeepAcknowledgedDays", _error.ToString(), StringComparison.Ordinal);
        Assert.Single(_error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_directory_that_another_station_holds_is_said()
    {
        using var other = DataDirectory.Hold(_folder.Path);

        Assert.Equal(1, await RunAsync(_ => { }));
        Assert.Contains("Stop the other station", _error.ToString(), StringComparison.Ordinal);

        Assert.Equal(1, await RunAsync(_ => { }, "fr"));
        Assert.Contains("Arrêtez l'autre poste", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_fault_while_it_runs_is_not_called_an_unusable_directory()
    {
        var exit = await RunAsync(services => services
            .AddSingleton<GentleStop>(_ => throw new IOException("the pipe broke"))
            .AddHostedService<StopsAtOnce>());

        Assert.Equal(1, exit);
        Assert.DoesNotContain(_folder.Path, _error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _error.Dispose();
        _folder.Dispose();
    }

    private Task<int> RunAsync(Action<IServiceCollection> add, string language = "en") => StationProgram.RunAsync(
        ["run", "--orchestrator", "http://127.0.0.1:7080", "--station", "lyon-1", "--site", "lyon", "--data", _folder.Path],
        (_, _) =>
        {
            var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
            add(builder.Services);
            return builder.Build();
        },
        others: [],
        new Surroundings(TextWriter.Null, _error, null, TalkIsTerminal: false, name => name == "LANG" ? language : null));

    private sealed class StopsAtOnce(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }
    }
}
