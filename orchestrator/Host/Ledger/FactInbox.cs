using System.Threading.Channels;
using Espero.Orchestrator.Contracts;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Ledger;

/// <summary>Where links leave facts on their way to the broker. Bounded: what does not fit is dropped, and its station sends it again.</summary>
internal sealed class FactInbox(IOptions<LedgerOptions> options)
{
    private readonly Channel<StationFact> _facts = Channel.CreateBounded<StationFact>(
        new BoundedChannelOptions(options.Value.MaxQueuedFacts) { SingleReader = true });

    public ChannelReader<StationFact> Facts => _facts.Reader;

    /// <summary>Never waits: a link's read loop calls it.</summary>
    public bool TryLeave(StationFact fact) => _facts.Writer.TryWrite(fact);
}
