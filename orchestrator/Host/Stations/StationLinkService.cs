using System.Threading.Channels;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Links;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Stations;

/// <summary>
/// One call is one station's link. It carries; it does not decide. One loop reads and never waits for anything but the stream,
/// one loop writes, one asks the database; whichever ends first ends the link, and the station comes back.
/// </summary>
internal sealed partial class StationLinkService(
    StationStore stations,
    StationDesk desk,
    LinkReader reader,
    LinkAnswerer answerer,
    IOptions<StationsOptions> options,
    TimeProvider time,
    ILogger<StationLinkService> logger) : StationService.StationServiceBase
{
    private const int MaxQueuedOrders = 256;
    private const int MaxQueuedQuestions = 256;
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(10);

    public override async Task Link(
        IAsyncStreamReader<LinkRequest> requestStream, IServerStreamWriter<LinkResponse> responseStream, ServerCallContext context)
    {
        var hello = await ReadHelloAsync(requestStream, context.CancellationToken);
        var ruling = hello is null ? new LinkRuling.BadName() : await stations.WelcomeAsync(hello.ToStationHello(), context.CancellationToken);
        if (hello is null || ruling is not LinkRuling.Welcomed welcomed)
        {
            LogRefused(logger, hello?.StationId ?? "", ruling.GetType().Name);
            await responseStream.WriteAsync(new() { LinkRefused = ruling.ToRefusal() }, context.CancellationToken);
            return;
        }

        if (welcomed.LostFacts > 0)
        {
            LogFactsLost(logger, welcomed.LostFacts, hello.StationId);
        }

        await responseStream.WriteAsync(new() { Welcome = Welcome(welcomed) }, context.CancellationToken);
        await CarryAsync(hello, requestStream, responseStream, context.CancellationToken);
    }

    private async Task CarryAsync(
        Hello hello, IAsyncStreamReader<LinkRequest> requests, IServerStreamWriter<LinkResponse> responses, CancellationToken callToken)
    {
        var orders = Channel.CreateBounded<StationOrder>(new BoundedChannelOptions(MaxQueuedOrders) { SingleReader = true });
        var questions = Channel.CreateBounded<LinkRequest>(new BoundedChannelOptions(MaxQueuedQuestions) { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(callToken);
        var seat = desk.Take(hello.ToLinkedStation(), orders.Writer, stop.Cancel);
        LogLinked(logger, hello.StationId, hello.SiteId);

        Task[] loops =
        [
            reader.ReadAsync(seat, requests, questions.Writer, stop.Token),
            answerer.AnswerAsync(seat, hello, questions.Reader, stop.Token),
            WriteAsync(orders.Reader, responses, stop.Token),
            WatchAsync(seat, stop.Token),
        ];
        try
        {
            await await Task.WhenAny(loops);
        }
        catch (OperationCanceledException)
        {
            // The station left, or a newer link took its seat.
        }
        catch (Exception exception) when (IsEndOfLink(exception))
        {
            LogBroken(logger, hello.StationId, exception.GetType().Name, exception.Message); // the station comes back
        }
        finally
        {
            desk.Vacate(seat);
            await stop.CancelAsync();
            await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            LogUnlinked(logger, hello.StationId);
        }
    }

    /// <summary>Null when the station does not introduce itself properly.</summary>
    private async Task<Hello?> ReadHelloAsync(IAsyncStreamReader<LinkRequest> requests, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(HelloLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await requests.MoveNext(either.Token) ? requests.Current.Hello : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Writes orders as they come, and a heartbeat when none came for an interval.</summary>
    private async Task WriteAsync(
        ChannelReader<StationOrder> orders, IServerStreamWriter<LinkResponse> responses, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var quiet = new CancellationTokenSource(options.Value.HeartbeatInterval, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, quiet.Token);
            LinkResponse response;
            try
            {
                response = (await orders.ReadAsync(either.Token)).ToResponse();
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                response = new() { Heartbeat = new() };
            }

            await responses.WriteAsync(response, cancellationToken);
        }
    }

    /// <summary>Ends when the station has been silent for three heartbeats: the link is half open.</summary>
    private async Task WatchAsync(Seat seat, CancellationToken cancellationToken)
    {
        var patience = options.Value.HeartbeatInterval * 3;
        while (time.GetUtcNow() - seat.LastHeardAt < patience)
        {
            await Task.Delay(options.Value.HeartbeatInterval, time, cancellationToken);
        }
    }

    private Welcome Welcome(LinkRuling.Welcomed welcomed) => new()
    {
        LinkToken = welcomed.LinkToken,
        RecordedSequence = (ulong)welcomed.RecordedSequence,
        HeartbeatInterval = options.Value.HeartbeatInterval.ToDuration(),
        LedgerGeneration = welcomed.LedgerGeneration,
        FilesAddress = options.Value.FilesAddress,
    };

    private static bool IsEndOfLink(Exception exception) =>
        exception is IOException or RpcException or InvalidOperationException or Npgsql.NpgsqlException;

    [LoggerMessage(1001, LogLevel.Information, "Station {Station} of site {Site} linked")]
    private static partial void LogLinked(ILogger logger, string station, string site);

    [LoggerMessage(1002, LogLevel.Information, "Station {Station} unlinked")]
    private static partial void LogUnlinked(ILogger logger, string station);

    [LoggerMessage(1005, LogLevel.Information, "The link of station {Station} broke ({Fault}: {Detail})")]
    private static partial void LogBroken(ILogger logger, string station, string fault, string detail);

    [LoggerMessage(1006, LogLevel.Error, "{Count} facts of station {Station} are held by nobody any more; a person compares its logs with the jobs")]
    private static partial void LogFactsLost(ILogger logger, long count, string station);

    [LoggerMessage(1003, LogLevel.Warning, "Station '{Station}' was refused: {Ruling}")]
    private static partial void LogRefused(ILogger logger, string station, string ruling);
}
