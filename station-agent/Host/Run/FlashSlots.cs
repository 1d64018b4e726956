namespace Espero.Station.Run;

/// <summary>
/// How many phones are worked on at once. Whoever has waited longest is next, after a person's hands as before the beginning.
/// </summary>
internal sealed class FlashSlots(int count)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _free = count;

    /// <summary>The slot of one attempt, not taken yet.</summary>
    public FlashSlot ForAttempt() => new(this);

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--; // nobody waits while one is free
                return;
            }

            _waiting.Enqueue(turn);
        }

        await using var leaving = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    public void Give()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return; // who has left the queue is passed over
                }
            }

            _free++;
        }
    }
}
