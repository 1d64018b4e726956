using MassTransit;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Ledger;

internal static class LedgerServiceCollectionExtensions
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddOptions<LedgerOptions>().BindConfiguration(LedgerOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidator>();
        services.AddSingleton<FactInbox>();
        services.AddSingleton<LedgerStore>();
        services.AddHostedService<FactPublisher>();
        services.AddHostedService<CursorWatch>();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<FactsReportedConsumer>();
            bus.UsingRabbitMq(LedgerBus.Configure);
        });
        return services;
    }
}
