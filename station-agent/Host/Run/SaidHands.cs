using System.Collections.Concurrent;

namespace Espero.Station.Run;

/// <summary>What people say to be done for one attempt, wherever they say it. Callable from any thread.</summary>
internal sealed class SaidHands
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _said = new(StringComparer.Ordinal);

    public void Say(string stepId, string by) => Of(stepId).TrySetResult(by);

    /// <summary>Who said that the request of this step is done, once somebody has.</summary>
    public Task<string> WaitAsync(string stepId, CancellationToken cancellationToken) => Of(stepId).Task.WaitAsync(cancellationToken);

    private TaskCompletionSource<string> Of(string stepId) =>
        _said.GetOrAdd(stepId, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
}
