using System.Collections.Concurrent;

namespace Espero.Orchestrator.Links;

/// <summary>The newest progress of each running attempt. Memory only: after a restart it fills again within a second.</summary>
internal sealed class LiveBoard(TimeProvider time)
{
    // An attempt that ended without us hearing of it must not stay for ever.
    private static readonly TimeSpan Staleness = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, (AttemptProgress Progress, DateTimeOffset At)> _progress = new();
    private long _sweptAtTicks;

    /// <summary>How many attempts it holds.</summary>
    public int Count => _progress.Count;

    public void Show(AttemptProgress progress)
    {
        var now = time.GetUtcNow();
        _progress.AddOrUpdate(
            progress.JobId,
            (progress, now),
            (_, shown) => progress.Epoch >= shown.Progress.Epoch ? (progress, now) : shown);
        Sweep(now);
    }

    /// <summary>Null when nothing was heard of this very attempt lately.</summary>
    public AttemptProgress? Find(Guid jobId, long epoch) =>
        _progress.TryGetValue(jobId, out var shown) && shown.Progress.Epoch == epoch && time.GetUtcNow() - shown.At < Staleness
            ? shown.Progress
            : null;

    public void Forget(Guid jobId) => _progress.TryRemove(jobId, out _);

    // Once in a while and by one caller: signals come by the hundred.
    private void Sweep(DateTimeOffset now)
    {
        var sweptAt = Interlocked.Read(ref _sweptAtTicks);
        if (now.UtcTicks - sweptAt < Staleness.Ticks || Interlocked.CompareExchange(ref _sweptAtTicks, now.UtcTicks, sweptAt) != sweptAt)
        {
            return;
        }

        foreach (var stale in _progress.Where(shown => now - shown.Value.At >= Staleness))
        {
            _progress.TryRemove(stale);
        }
    }
}
