namespace Espero.Orchestrator.Operations;

internal static class OperationsServiceCollectionExtensions
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddGrpc();
        services.AddOpenApi("v1", options => options.AddOperationTransformer<RestDocument>());
        return services
            .AddSingleton<JobMapping>()
            .AddSingleton<ServerCalls>()
            .AddSingleton<FleetCalls>()
            .AddSingleton<CatalogCalls>()
            .AddSingleton<JobCalls>()
            .AddSingleton<RequeueCalls>()
            .AddSingleton<UnlockCalls>()
            .AddSingleton<UnknownModelCalls>()
            .AddSingleton<VerdictCalls>();
    }
}
