namespace Espero.Station;

/// <summary>Tells any number of waiters that something changed. Whoever takes <see cref="Next"/> before looking misses nothing.</summary>
internal sealed class Pulse
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Completes at the first beat after it was taken.</summary>
    public Task Next => _next.Task;

    public void Beat() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
