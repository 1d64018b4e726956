namespace Espero.Orchestrator.Links;

/// <summary>Something to tell a station. Losing one is harmless: each is said again from a row, after a reconnect or a poll.</summary>
internal abstract record StationOrder
{
    private StationOrder()
    {
    }

    internal sealed record Prepare(OrderedWork Work, bool HasUnlockCode) : StationOrder;

    internal sealed record Offer(long Epoch, OrderedWork Work) : StationOrder;

    /// <param name="UnlockCode">What the maker gave to unlock this very phone; empty when there is none or the plan needs none.</param>
    internal sealed record Grant(Guid JobId, long Epoch, GrantedRelease Release, ReadOnlyMemory<byte> UnlockCode) : StationOrder;

    internal sealed record Withdraw(Guid JobId, long Epoch) : StationOrder;

    internal sealed record Cancel(Guid JobId, long Epoch) : StationOrder;

    internal sealed record Inspect(Guid JobId, long Epoch, string PortPath) : StationOrder;

    internal sealed record HandsSaid(Guid JobId, long Epoch, string AskId, string SaidBy) : StationOrder;

    internal sealed record Recorded(string JournalId, long RecordedSequence) : StationOrder;

    internal sealed record PhoneMatched(string PortPath, Guid PhoneId) : StationOrder;
}
