using System.Collections.Concurrent;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Says each due order once a while: stations may hear one twice, but not at every look.</summary>
internal sealed class OrderBook(StationDesk desk, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(string StationId, Guid JobId, long Epoch, Type Kind), DateTimeOffset> _said = new();

    public void Say(DueOrder due)
    {
        var now = time.GetUtcNow();
        var key = (due.StationId, due.JobId, due.Epoch, due.Order.GetType());
        if (_said.TryGetValue(key, out var saidAt) && now - saidAt < Patience)
        {
            return;
        }

        if (desk.TrySend(due.StationId, due.Order))
        {
            _said[key] = now;
        }

        ForgetOld(now);
    }

    /// <summary>A new link has heard nothing yet.</summary>
    public void Forget(string stationId)
    {
        foreach (var key in _said.Keys.Where(key => key.StationId == stationId))
        {
            _said.TryRemove(key, out _);
        }
    }

    private void ForgetOld(DateTimeOffset now)
    {
        foreach (var old in _said.Where(said => now - said.Value >= Patience))
        {
            _said.TryRemove(old);
        }
    }
}
