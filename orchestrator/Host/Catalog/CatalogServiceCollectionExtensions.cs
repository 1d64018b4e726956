using Espero.Orchestrator.Catalog.Verdicts;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Catalog;

internal static class CatalogServiceCollectionExtensions
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddOptions<CatalogOptions>().BindConfiguration(CatalogOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>()
            .AddSingleton<FileStore>()
            .AddSingleton<CatalogStore>()
            .AddSingleton<BuildDesk>()
            .AddSingleton<VerdictBook>()
            .AddHostedService<VerdictBookReader>()
            .AddSingleton<VerdictStore>()
            .AddSingleton<ModelDesk>()
            .AddSingleton<UnlockAccountReader>()
            .AddSingleton<VerdictDesk>();
    }
}
