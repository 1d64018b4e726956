using Microsoft.Extensions.DependencyInjection;

namespace Espero.Station.Run;

internal static class RunServiceCollectionExtensions
{
    public static IServiceCollection AddRun(this IServiceCollection services, RunOptions options) => services
        .AddGiven<RunOptions, RunOptionsCheck>(options)
        .AddSingleton<TaskKeeper>()
        .AddSingleton<GrantedRuns>()
        .AddSingleton<RunReports>()
        .AddSingleton<MatchedPhones>()
        .AddSingleton(provider => new StationSelf(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<PlanCheck>()
        .AddSingleton<HandsDesk>(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            return (facts, running) => new StationHands(facts, running, time);
        })
        .AddSingleton<AttemptRunner>()
        .AddSingleton<Preparation>()
        .AddSingleton<Inspection>()
        .AddSingleton<AttemptDesk>()
        .AddSingleton<GentleStop>()
        .AddSingleton<IStationOrders>(provider => provider.GetRequiredService<AttemptDesk>())
        .AddHostedService(provider => provider.GetRequiredService<AttemptDesk>())
        .AddHostedService<LogKeeper>();
}
