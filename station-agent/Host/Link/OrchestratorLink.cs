using Espero.Station.Journal;
using Espero.Station.Run;
using Espero.Station.V1;
using Espero.Station.Watch;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Link;

/// <summary>Keeps one link to the orchestrator, for as long as the station runs.</summary>
internal sealed partial class OrchestratorLink(
    Uri orchestrator,
    StationIdentity identity,
    LinkTokenFile tokens,
    StationJournal journal,
    PortBoard board,
    RunReports reports,
    IStationOrders orders,
    LinkOptions options,
    TimeProvider time,
    Func<double> random,
    ILogger<OrchestratorLink> logger) : BackgroundService
{
    // Both sides ping: a half-open connection is otherwise noticed by nobody.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = new ReconnectPause(options, random);
        while (!stoppingToken.IsCancellationRequested)
        {
            var end = await LinkOnceAsync(stoppingToken);
            if (end is LinkEnd.Lost)
            {
                pause.Reset();
            }

            await Task.Delay(end is LinkEnd.Refused ? pause.NextAfterRefusal() : pause.Next(), time, stoppingToken);
        }
    }

    private async Task<LinkEnd> LinkOnceAsync(CancellationToken cancellationToken)
    {
        var welcomed = false;
        try
        {
            using var channel = GrpcChannel.ForAddress(orchestrator, new GrpcChannelOptions { HttpHandler = NewHandler(), DisposeHttpClient = true });
            using var call = new StationService.StationServiceClient(channel).Link(cancellationToken: cancellationToken);
            if (await GreetAsync(call, cancellationToken) is not { } welcome)
            {
                return LinkEnd.Refused;
            }

            welcomed = true;
            LogLinked(logger, orchestrator, welcome.RecordedSequence);
            var from = await TakeOverAsync(welcome, cancellationToken);
            using var facts = new FactSender(journal, from, options, time);
            await new LinkSession(call, welcome, facts, journal, board, reports, orders, time).RunAsync(cancellationToken);
            LogLost(logger, "the orchestrator ended it");
        }
        catch (Exception exception)
        {
            // Whatever ended this link, phones are being written and another link is tried: this loop never ends the program.
            cancellationToken.ThrowIfCancellationRequested();
            Tell(welcomed, ReasonOf(exception));
        }

        return welcomed ? LinkEnd.Lost : LinkEnd.NotReached;
    }

    // gRPC's own words for an address where nobody listens help nobody; what lies beneath them does.
    private static string ReasonOf(Exception exception) =>
        (exception is RpcException rpc ? rpc.Status.DebugException?.Message ?? rpc.Status.Detail : exception.Message).TrimEnd('.');

    private void Tell(bool welcomed, string reason)
    {
        if (welcomed)
        {
            LogLost(logger, reason);
        }
        else
        {
            LogNotReached(logger, orchestrator, reason);
        }
    }

    private async Task<Welcome?> GreetAsync(AsyncDuplexStreamingCall<LinkRequest, LinkResponse> call, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.WelcomeSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        await call.RequestStream.WriteAsync(new LinkRequest { Hello = NewHello() }, either.Token);
        while (await call.ResponseStream.MoveNext(either.Token))
        {
            switch (call.ResponseStream.Current)
            {
                case { Welcome: { } welcome }:
                    return welcome;
                case { LinkRefused: { } refusal }:
                    LogRefused(logger, orchestrator, refusal.Reason, refusal.Detail);
                    return null;
            }
        }

        throw new RpcException(new Status(StatusCode.Unavailable, "The link ended before a Welcome."));
    }

    private Hello NewHello()
    {
        var hello = new Hello
        {
            StationId = identity.StationId,
            SiteId = identity.SiteId,
            LinkToken = tokens.Read(),
            JournalId = journal.Id,
            FirstKeptSequence = journal.FirstKeptSequence,
            AgentVersion = identity.AgentVersion,
            BootId = journal.BootId,
            FlashSlots = identity.FlashSlots,
        };
        hello.Running.AddRange(journal.State.Attempts
            .Where(pair => pair.Value is { Begun: true, Interrupted: false })
            .Select(pair => pair.Key.ToKey()));
        return hello;
    }

    private async Task<ulong> TakeOverAsync(Welcome welcome, CancellationToken cancellationToken)
    {
        tokens.Write(welcome.LinkToken);
        orders.LearnFilesAddress(welcome.FilesAddress);
        return await journal.WelcomedAsync(welcome.RecordedSequence, welcome.LedgerGeneration, cancellationToken);
    }

    private static SocketsHttpHandler NewHandler() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingDelay = PingEvery,
        KeepAlivePingTimeout = PingTimeout,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
    };

    [LoggerMessage(5001, LogLevel.Information, "The station was linked to {Orchestrator}, which had recorded everything up to fact {RecordedSequence}.")]
    private static partial void LogLinked(ILogger logger, Uri orchestrator, ulong recordedSequence);

    [LoggerMessage(5002, LogLevel.Warning, "The link was lost: {Reason}. Phones go on being written; the station tries again by itself.")]
    private static partial void LogLost(ILogger logger, string reason);

    [LoggerMessage(5003, LogLevel.Error, "The orchestrator {Orchestrator} refused this station ({Reason}): {Detail} The station tries again slowly.")]
    private static partial void LogRefused(ILogger logger, Uri orchestrator, LinkRefused.Types.Reason reason, string detail);

    [LoggerMessage(5004, LogLevel.Warning, "The orchestrator {Orchestrator} could not be reached: {Reason}. Check the address, the network and that the orchestrator runs; the station tries again by itself.")]
    private static partial void LogNotReached(ILogger logger, Uri orchestrator, string reason);
}
