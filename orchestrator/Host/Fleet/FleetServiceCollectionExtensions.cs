using Espero.Orchestrator.Fleet.UnknownModels;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Espero.Orchestrator.Fleet;

internal static class FleetServiceCollectionExtensions
{
    public static IServiceCollection AddFleet(this IServiceCollection services)
    {
        services.AddOptions<FleetOptions>().BindConfiguration(FleetOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<FleetOptions>, FleetOptionsValidator>()
            .AddSingleton<MarkHasher>()
            .AddSingleton<ModelRecogniser>()
            .AddSingleton<StationStore>()
            .AddSingleton(services => new UnknownModelStore(
                services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<TimeProvider>(), ModelCode.New))
            .AddSingleton<PortStore>()
            .AddSingleton<FleetReader>()
            .AddSingleton<LinkResetStore>();
    }
}
