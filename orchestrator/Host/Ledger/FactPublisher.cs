using System.Threading.Channels;
using Espero.Orchestrator.Contracts;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Ledger;

/// <summary>
/// Carries facts from the links to the broker, those of some milliseconds in one message. A message the broker did not
/// confirm is forgotten here: the stations still hold its facts.
/// </summary>
internal sealed partial class FactPublisher(FactInbox inbox, IBus bus, IOptions<LedgerOptions> options, TimeProvider time, ILogger<FactPublisher> logger)
    : BackgroundService
{
    // A message waits for the broker's confirmation; several on their way keep the lane full.
    private const int MaxMessagesUnderway = 8;
    private static readonly TimeSpan PublishLimit = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var underway = new SemaphoreSlim(MaxMessagesUnderway);
        while (await inbox.Facts.WaitToReadAsync(stoppingToken))
        {
            await underway.WaitAsync(stoppingToken);
            var facts = await GatherAsync(inbox.Facts, stoppingToken);
            _ = PublishAsync(facts, underway, stoppingToken);
        }
    }

    private async Task<List<StationFact>> GatherAsync(ChannelReader<StationFact> inboxFacts, CancellationToken cancellationToken)
    {
        var facts = new List<StationFact>();
        var limit = options.Value.MaxFactsPerMessage;
        TakeWaiting();
        if (facts.Count < limit)
        {
            await Task.Delay(options.Value.GatherTime, time, cancellationToken);
            TakeWaiting();
        }

        return facts;

        void TakeWaiting()
        {
            while (facts.Count < limit && inboxFacts.TryRead(out var fact))
            {
                facts.Add(fact);
            }
        }
    }

    private async Task PublishAsync(List<StationFact> facts, SemaphoreSlim underway, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(PublishLimit);
        try
        {
            await bus.Publish(new FactsReported(facts), limit.Token);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The stations keep what was on its way.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever the broker or its client found: the facts are at the stations, and they send them again.
            LogNotPublished(logger, facts.Count, exception.GetType().Name, exception.Message);
        }
        finally
        {
            underway.Release();
        }
    }

    [LoggerMessage(4001, LogLevel.Warning, "The broker did not take {Count} facts ({Fault}: {Detail}); their stations keep them and send them again")]
    private static partial void LogNotPublished(ILogger logger, int count, string fault, string detail);
}
