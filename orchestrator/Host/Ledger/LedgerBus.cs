using MassTransit;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Ledger;

/// <summary>How the bus is laid: one exchange for the facts, one quorum queue that all replicas read.</summary>
internal static class LedgerBus
{
    // Messages are recorded in milliseconds; a few ahead keep the one recorder busy.
    private const int Prefetch = 16;

    public static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator bus)
    {
        var options = context.GetRequiredService<IOptions<LedgerOptions>>().Value;
        bus.Host(new Uri(options.Bus));
        bus.PublishTopology.BrokerTopologyOptions = PublishBrokerTopologyOptions.FlattenHierarchy;
        bus.Message<Contracts.FactsReported>(message => message.SetEntityName($"{options.QueueName}.facts-reported"));
        bus.ReceiveEndpoint(options.QueueName, endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.PrefetchCount = Prefetch;
            endpoint.ConcurrentMessageLimit = 1; // batches lock many jobs: two at once would mostly wait for each other
            endpoint.UseMessageRetry(retry => retry.Exponential(
                10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));
            // What still fails is not parked: its stations send it again, and a parking lot would only fill the broker.
            endpoint.DiscardFaultedMessages();
            endpoint.ConfigureConsumer<FactsReportedConsumer>(context);
        });
    }
}
