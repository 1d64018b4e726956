using System.Reflection;
using Espero.Station;
using Espero.Station.CommandLine;
using Espero.Station.Images;
using Espero.Station.Journal;
using Espero.Station.Link;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Espero.Station.Watch;
using Espero.Station.Workbench;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var surroundings = Surroundings.OfProcess();
return await StationProgram.RunAsync(args, Compose, WorkbenchCommands.All(surroundings, TimeProvider.System), surroundings);

static IHost Compose(StationOptions options, DataDirectory data)
{
    var version = typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
    var identity = new StationIdentity(options.Station, options.Site, version, (uint)options.FlashSlots);
    var builder = Host.CreateEmptyApplicationBuilder(settings: null);
    builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    builder.Services
        .AddSingleton<IHostLifetime, QuietLifetime>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new Chance(new Random()))
        .AddJournal(data.Journal)
        .AddImages(data.Images)
        .AddWatch(options.Phones, data.Adb)
        .AddRun(new RunOptions { FlashSlots = options.FlashSlots, LogDirectory = data.Logs })
        .AddLink(options.Orchestrator, identity, data.LinkToken);
    return builder.Build();
}
