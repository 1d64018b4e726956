using System.Collections.Concurrent;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;

namespace Espero.Benchmarks.Facts;

/// <summary>A station's side of a link that does nothing but report facts, no more of them on their way than its window.</summary>
internal sealed class ScriptedLink : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly AsyncDuplexStreamingCall<LinkRequest, LinkResponse> _call;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _window;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentQueue<long> _sentAt = new();
    private readonly ConcurrentQueue<TimeSpan> _latencies = new();
    private ulong _sent;
    private ulong _recorded;
    private volatile TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedLink(string stationId, GrpcChannel channel, int window, TimeProvider time, CancellationToken cancellationToken)
    {
        StationId = stationId;
        _channel = channel;
        _time = time;
        _window = new SemaphoreSlim(window);
        _call = new StationService.StationServiceClient(channel).Link(cancellationToken: cancellationToken);
    }

    public string StationId { get; }

    /// <summary>Ends, with the reason, when the orchestrator ends the link.</summary>
    public Task Listening { get; private set; } = Task.CompletedTask;

    public static async Task<ScriptedLink> OpenAsync(
        Uri orchestrator, string stationId, int window, TimeProvider time, CancellationToken cancellationToken)
    {
        var link = new ScriptedLink(stationId, GrpcChannel.ForAddress(orchestrator), window, time, cancellationToken);
        await link._call.RequestStream.WriteAsync(
            new()
            {
                Hello = new()
                {
                    StationId = stationId,
                    SiteId = $"site-{stationId}",
                    JournalId = $"journal-{stationId}",
                    FirstKeptSequence = 1,
                    AgentVersion = "benchmark",
                    BootId = "boot-1",
                    FlashSlots = 8,
                },
            },
            cancellationToken);
        await link._call.ResponseStream.MoveNext(cancellationToken);
        if (link._call.ResponseStream.Current.Welcome is null)
        {
            throw new InvalidOperationException($"Station {stationId} was not welcomed: {link._call.ResponseStream.Current}");
        }

        link.Listening = link.ListenAsync(cancellationToken);
        return link;
    }

    /// <summary>Sends the facts and returns, when the last is acknowledged, how long each took from send to cursor.</summary>
    public async Task<IReadOnlyCollection<TimeSpan>> ReportAsync(IEnumerable<Fact> facts, CancellationToken cancellationToken)
    {
        _latencies.Clear();
        foreach (var fact in facts)
        {
            await _window.WaitAsync(cancellationToken);
            fact.Sequence = Interlocked.Increment(ref _sent);
            fact.StationTime = _time.GetUtcNow().ToTimestamp();
            fact.BootId = "boot-1";
            fact.MonotonicTime = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(Environment.TickCount64));
            _sentAt.Enqueue(_time.GetTimestamp());
            await WriteAsync(new() { Fact = fact }, cancellationToken);
        }

        while (true)
        {
            var moved = _moved.Task; // taken before looking, so that a cursor in between is not missed
            if (Volatile.Read(ref _recorded) == _sent)
            {
                return [.. _latencies];
            }

            await moved.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _call.Dispose();
        _channel.Dispose();
        _window.Dispose();
        _writing.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        while (await _call.ResponseStream.MoveNext(cancellationToken))
        {
            switch (_call.ResponseStream.Current.BodyCase)
            {
                case LinkResponse.BodyOneofCase.FactsRecorded:
                    Recorded(_call.ResponseStream.Current.FactsRecorded.RecordedSequence);
                    break;
                case LinkResponse.BodyOneofCase.Heartbeat:
                    await WriteAsync(new() { Heartbeat = new() }, cancellationToken);
                    break;
                default:
                    break;
            }
        }

        throw new InvalidOperationException($"The orchestrator ended the link of station {StationId}.");
    }

    private void Recorded(ulong sequence)
    {
        var now = _time.GetTimestamp();
        var count = 0;
        for (; _recorded + (ulong)count < sequence && _sentAt.TryDequeue(out var sentAt); count++)
        {
            _latencies.Enqueue(_time.GetElapsedTime(sentAt, now));
        }

        if (count > 0)
        {
            Volatile.Write(ref _recorded, sequence);
            _window.Release(count);
            var moved = _moved;
            _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
            moved.SetResult();
        }
    }

    // gRPC allows one write at a time.
    private async Task WriteAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _call.RequestStream.WriteAsync(request, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }
}
