using Espero.Orchestrator.Fleet.UnknownModels;
using Microsoft.Extensions.Options;

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
            .AddSingleton(services => ActivatorUtilities.CreateInstance<UnknownModelStore>(services, (Func<string>)ModelCode.New))
            .AddSingleton<PhoneFactStore>()
            .AddHostedService<DailyForgetting>()
            .AddSingleton<PortStore>()
            .AddSingleton<FleetReader>()
            .AddSingleton<LinkResetStore>();
    }
}
