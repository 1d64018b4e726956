using Espero.Station.Protocols.Fastboot;
using Microsoft.Extensions.DependencyInjection;

namespace Espero.Station.Watch;

internal static class WatchServiceCollectionExtensions
{
    public static IServiceCollection AddWatch(this IServiceCollection services, IReadOnlyList<PortAddress> ports) => services
        .AddGiven<WatchOptions, WatchOptionsCheck>(new WatchOptions())
        .AddSingleton(new FastbootOptions())
        .AddSingleton<PhoneConnector>()
        .AddSingleton(_ => new PortSet(ports))
        .AddSingleton(_ => new PortBoard(ports))
        .AddHostedService<PortWatch>();
}
