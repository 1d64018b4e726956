using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Links;
using MassTransit;

namespace Espero.Orchestrator.Ledger;

/// <summary>Records facts and tells their stations, in that order. A redelivery changes no row and tells the same cursor.</summary>
internal sealed class FactsReportedConsumer(LedgerStore store, StationDesk desk, LiveBoard board, ChangeFeed feed) : IConsumer<FactsReported>
{
    public async Task Consume(ConsumeContext<FactsReported> context)
    {
        var cursors = await store.RecordAsync(context.Message.Facts, context.CancellationToken); // one commit
        foreach (var cursor in cursors)
        {
            desk.Recorded(cursor.StationId, cursor.JournalId, cursor.RecordedSequence); // only now may the station forget
        }

        foreach (var fact in context.Message.Facts)
        {
            if (fact.AttemptEnded is { } ended)
            {
                board.Forget(ended.JobId);
            }
        }

        feed.Changed();
    }
}
