using System.Collections.Concurrent;

namespace Espero.Orchestrator.Links;

/// <summary>The newest progress of each running attempt. Memory only: after a restart it fills again within a second.</summary>
internal sealed class LiveBoard(TimeProvider time)
{
    // An attempt that ended without us hearing of it must not stay for ever.
    private static readonly TimeSpan Staleness = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, (AttemptProgress Progress, DateTimeOffset At)> _progress = new();

    public void Show(AttemptProgress progress)
    {
        var now = time.GetUtcNow();
        _progress.AddOrUpdate(
            progress.JobId,
            (progress, now),
            (_, shown) => progress.Epoch >= shown.Progress.Epoch ? (progress, now) : shown);
    }

    /// <summary>Null when nothing was heard of this very attempt lately.</summary>
    public AttemptProgress? Find(Guid jobId, long epoch) =>
        _progress.TryGetValue(jobId, out var shown) && shown.Progress.Epoch == epoch && time.GetUtcNow() - shown.At < Staleness
            ? shown.Progress
            : null;

    public void Forget(Guid jobId) => _progress.TryRemove(jobId, out _);
}
