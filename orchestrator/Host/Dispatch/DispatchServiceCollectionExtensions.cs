using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dispatch;

internal static class DispatchServiceCollectionExtensions
{
    public static IServiceCollection AddDispatch(this IServiceCollection services)
    {
        services.AddOptions<DispatchOptions>().BindConfiguration(DispatchOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DispatchOptions>, DispatchOptionsValidator>()
            .AddSingleton<WakeSignal>()
            .AddSingleton<OrderBook>()
            .AddSingleton<SettleStore>()
            .AddSingleton<ClaimStore>()
            .AddSingleton<DueStore>()
            .AddSingleton<GrantStore>()
            .AddSingleton<LeaseStore>()
            .AddHostedService<WakeListener>()
            .AddHostedService<DispatchLoop>()
            .AddHostedService<LeaseKeeper>();
    }
}
