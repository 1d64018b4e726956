using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Dashboard.Live;

/// <summary>Tells open pages that something changed. What it is, they read themselves.</summary>
internal sealed class PageEvents(ChangeFeed feed, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public const int MaxListeners = 200;
    public const string Changed = "changed";

    // A flash changes something many times a second; nobody reads faster than this.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Without it "no news for 3 min" would never become 4, and a dead connection would never be noticed.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(3);

    private int _listeners;

    public IResult Open(HttpContext context)
    {
        if (Interlocked.Increment(ref _listeners) > MaxListeners)
        {
            Interlocked.Decrement(ref _listeners);
            context.Response.Headers.RetryAfter = "10";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.OnCompleted(() =>
        {
            Interlocked.Decrement(ref _listeners);
            return Task.CompletedTask;
        });
        return TypedResults.ServerSentEvents(TellAsync(context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> TellAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var subscription = feed.Listen();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        yield return new SseItem<string>("hello", "hello") { ReconnectionInterval = Reconnect };
        while (await HearAsync(subscription, ends.Token))
        {
            // A browser drops an event without data.
            yield return new SseItem<string>("1", Changed);
        }
    }

    /// <summary>False when it is over.</summary>
    private async Task<bool> HearAsync(ChangeFeed.Subscription subscription, CancellationToken cancellationToken)
    {
        using var tick = new CancellationTokenSource(Tick, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tick.Token, cancellationToken);
        try
        {
            await Task.Delay(Pause, time, either.Token);
            await subscription.Changes.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
        }

        return !cancellationToken.IsCancellationRequested;
    }
}
