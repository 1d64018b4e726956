using System.Collections.Concurrent;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Says each due order once a while: stations may hear one twice, but not at every look.</summary>
internal sealed class OrderBook(StationDesk desk, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(DueKind Kind, string StationId, Guid JobId, long Epoch), DateTimeOffset> _said = new();

    /// <summary>Those that were not said a short while ago.</summary>
    public IReadOnlyList<DueOrder> Unsaid(IEnumerable<DueOrder> due)
    {
        var now = time.GetUtcNow();
        foreach (var old in _said.Where(said => now - said.Value >= Patience))
        {
            _said.TryRemove(old);
        }

        return [.. due.Where(order => !_said.ContainsKey(KeyOf(order)))];
    }

    /// <summary>Says it, if the station can hear it now.</summary>
    public void Say(DueOrder due, StationOrder order)
    {
        if (desk.TrySend(due.StationId, order))
        {
            _said[KeyOf(due)] = time.GetUtcNow();
        }
    }

    /// <summary>A new link has heard nothing yet.</summary>
    public void Forget(string stationId)
    {
        foreach (var key in _said.Keys.Where(key => key.StationId == stationId))
        {
            _said.TryRemove(key, out _);
        }
    }

    private static (DueKind Kind, string StationId, Guid JobId, long Epoch) KeyOf(DueOrder due) =>
        (due.Kind, due.StationId, due.JobId, due.Epoch);
}
