namespace Espero.Orchestrator.Links;

internal static class LinksServiceCollectionExtensions
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<StationDesk>()
        .AddSingleton<LiveBoard>()
        .AddSingleton<ChangeFeed>();
}
