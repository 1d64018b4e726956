using Espero.Station.V1;
using Grpc.Core;

namespace Espero.Station.Host.Tests.Link;

/// <summary>One station's link, seen from the orchestrator.</summary>
internal sealed class ScriptedLink(
    Hello hello, IAsyncStreamReader<LinkRequest> requests, IServerStreamWriter<LinkResponse> responses, ServerCallContext context)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<LinkRequest> _passedOver = [];

    public Hello Hello { get; } = hello;

    public Task Ended => _ended.Task;

    public Task SayAsync(LinkResponse response) => responses.WriteAsync(response, context.CancellationToken);

    /// <summary>Waits for a message that fits, passed over ones included, and gives what was looked for in it.</summary>
    public async Task<T> HearAsync<T>(Func<LinkRequest, T?> pick)
        where T : class
    {
        if (_passedOver.Find(request => pick(request) is not null) is { } earlier)
        {
            _passedOver.Remove(earlier);
            return pick(earlier)!;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken, context.CancellationToken);
        late.CancelAfter(Limit);
        while (await requests.MoveNext(late.Token))
        {
            if (pick(requests.Current) is { } found)
            {
                return found;
            }

            _passedOver.Add(requests.Current);
        }

        throw new InvalidOperationException("The link ended before the message came.");
    }

    public Task RecordAsync(ulong sequence) => SayAsync(new LinkResponse
    {
        FactsRecorded = new FactsRecorded { JournalId = Hello.JournalId, RecordedSequence = sequence },
    });

    /// <summary>Ends the call from this side.</summary>
    public void End() => _ended.TrySetResult();

    /// <summary>Breaks the connection as a pulled cable does.</summary>
    public void Cut() => context.GetHttpContext().Abort();
}
