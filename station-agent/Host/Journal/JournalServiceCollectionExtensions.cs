using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Journal;

internal static class JournalServiceCollectionExtensions
{
    public static IServiceCollection AddJournal(this IServiceCollection services, string directory) => services
        .AddGiven<JournalOptions, JournalOptionsCheck>(new JournalOptions())
        .AddSingleton(provider => StationJournal.Open(
            new DirectoryDisk(directory),
            provider.GetRequiredService<JournalOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            FactStamp.OfThisPc(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<ILogger<StationJournal>>()));
}
