using Espero.Station.Journal;
using Espero.Station.Run;
using Espero.Station.V1;
using Espero.Station.Watch;
using Grpc.Core;

namespace Espero.Station.Link;

/// <summary>
/// One welcomed link. One loop reads and waits for nothing but the stream; one loop writes. Neither ever holds up a phone, and the
/// end of both cancels nothing but themselves.
/// </summary>
internal sealed class LinkSession(
    AsyncDuplexStreamingCall<LinkRequest, LinkResponse> call,
    Welcome welcome,
    FactSender facts,
    StationJournal journal,
    PortBoard board,
    RunReports reports,
    IStationOrders orders,
    TimeProvider time)
{
    private const int MissedHeartbeats = 3;
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(10);
    private readonly TimeSpan _interval = IntervalOf(welcome);
    private readonly PortNews _ports = new(board);
    private readonly Pulse _acknowledged = new();

    /// <summary>Returns or throws when either half ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(MissedHeartbeats * _interval, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var reading = ReadAsync(silence, stop.Token);
        var writing = WriteAsync(stop.Token);
        try
        {
            await await Task.WhenAny(reading, writing);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(reading, writing)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task ReadAsync(CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            silence.CancelAfter(MissedHeartbeats * _interval);
            Carry(response);
        }
    }

    private void Carry(LinkResponse response)
    {
        switch (response.BodyCase)
        {
            case LinkResponse.BodyOneofCase.FactsRecorded when response.FactsRecorded.JournalId == journal.Id:
                journal.Recorded(response.FactsRecorded.RecordedSequence);
                _acknowledged.Beat();
                break;
            case LinkResponse.BodyOneofCase.PhoneMatched:
                orders.Match(response.PhoneMatched);
                break;
            case LinkResponse.BodyOneofCase.PreparationOrdered:
                orders.Prepare(response.PreparationOrdered);
                break;
            case LinkResponse.BodyOneofCase.AttemptOffered:
                orders.Offer(response.AttemptOffered);
                break;
            case LinkResponse.BodyOneofCase.AttemptGranted:
                orders.Grant(response.AttemptGranted);
                break;
            case LinkResponse.BodyOneofCase.AttemptWithdrawn:
                orders.Withdraw(response.AttemptWithdrawn);
                break;
            case LinkResponse.BodyOneofCase.CancelOrdered:
                orders.Cancel(response.CancelOrdered);
                break;
            case LinkResponse.BodyOneofCase.InspectionOrdered:
                orders.Inspect(response.InspectionOrdered);
                break;
            case LinkResponse.BodyOneofCase.HandsSaid:
                orders.Hear(response.HandsSaid);
                break;
            default:
                break; // heartbeats, and what a newer orchestrator says
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await SendAsync(new LinkRequest { PortsSeen = _ports.All() }, cancellationToken);
        foreach (var (attempt, record) in journal.State.Attempts)
        {
            if (!record.Begun)
            {
                await SendAsync(new LinkRequest { AttemptAccepted = new AttemptAccepted { Attempt = attempt.ToKey() } }, cancellationToken);
            }
        }

        var spokenAt = time.GetTimestamp();
        while (true)
        {
            // Taken before looking, so that nothing that comes up meanwhile is missed.
            var news = Task.WhenAny(board.Changed.Next, reports.Changed.Next, journal.Grown.Next, _acknowledged.Next);
            if (time.GetElapsedTime(spokenAt) >= _interval)
            {
                spokenAt = time.GetTimestamp();
                await SendAsync(new LinkRequest { Heartbeat = new Heartbeat() }, cancellationToken);
            }

            await SendSmallAsync(cancellationToken);
            if (!await SendFactsAsync(cancellationToken))
            {
                await WaitAsync(news, _interval - time.GetElapsedTime(spokenAt), cancellationToken);
            }
        }
    }

    // Before facts: a long backlog must not hold up an answer.
    private async Task SendSmallAsync(CancellationToken cancellationToken)
    {
        while (reports.TryTakeAnswer(out var answer))
        {
            await SendAsync(answer, cancellationToken);
        }

        foreach (var change in _ports.Changes())
        {
            await SendAsync(new LinkRequest { PortChanged = change }, cancellationToken);
        }

        foreach (var progress in reports.TakeProgress())
        {
            await SendAsync(new LinkRequest { StepProgressed = progress }, cancellationToken);
        }
    }

    private async Task<bool> SendFactsAsync(CancellationToken cancellationToken)
    {
        var batch = facts.Next();
        foreach (var fact in batch)
        {
            await SendAsync(new LinkRequest { Fact = fact }, cancellationToken);
        }

        return batch.Count > 0;
    }

    private async Task WaitAsync(Task news, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost <= TimeSpan.Zero)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(news, Task.Delay(atMost, time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan IntervalOf(Welcome welcome) => welcome.HeartbeatInterval?.ToTimeSpan() switch
    {
        null => UsualInterval,
        { } asked when asked < ShortestInterval => ShortestInterval,
        { } asked => asked,
    };

    private Task SendAsync(LinkRequest request, CancellationToken cancellationToken) =>
        call.RequestStream.WriteAsync(request, cancellationToken);
}
