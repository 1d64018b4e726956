using Microsoft.Extensions.DependencyInjection;

namespace Espero.Station.Link;

internal static class LinkServiceCollectionExtensions
{
    /// <summary>Last: the host starts it after what it speaks for.</summary>
    public static IServiceCollection AddLink(
        this IServiceCollection services, Uri orchestrator, StationIdentity identity, string tokenPath) => services
        .AddGiven<LinkOptions, LinkOptionsCheck>(new LinkOptions())
        .AddSingleton(identity)
        .AddSingleton(new LinkTokenFile(tokenPath))
        .AddSingleton(orchestrator)
        .AddSingleton<Func<double>>(provider => provider.GetRequiredService<Chance>().Next)
        .AddHostedService<OrchestratorLink>();
}
