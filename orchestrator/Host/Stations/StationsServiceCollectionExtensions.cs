using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Stations;

internal static class StationsServiceCollectionExtensions
{
    public static IServiceCollection AddStations(this IServiceCollection services)
    {
        services.AddOptions<StationsOptions>().BindConfiguration(StationsOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StationsOptions>, StationsOptionsValidator>()
            .AddSingleton<LinkReader>()
            .AddSingleton<LinkAnswerer>();
    }

    public static void MapStations(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<StationLinkService>();
}
