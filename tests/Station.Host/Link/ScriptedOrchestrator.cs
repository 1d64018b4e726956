using System.Net;
using System.Threading.Channels;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Host.Tests.Link;

/// <summary>A real gRPC server whose every word the test says.</summary>
internal sealed class ScriptedOrchestrator : StationService.StationServiceBase, IAsyncDisposable
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly Channel<ScriptedLink> _links = Channel.CreateUnbounded<ScriptedLink>();
    private WebApplication _app = null!;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<ScriptedOrchestrator> StartAsync()
    {
        var orchestrator = new ScriptedOrchestrator();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(orchestrator);
        orchestrator._app = builder.Build();
        orchestrator._app.MapGrpcService<ScriptedOrchestrator>();
        await orchestrator._app.StartAsync(TestContext.Current.CancellationToken);
        return orchestrator;
    }

    /// <summary>Waits for the next station that links, after its Hello.</summary>
    public async Task<ScriptedLink> AcceptAsync() =>
        await _links.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>As <see cref="AcceptAsync"/>, and says Welcome.</summary>
    public async Task<ScriptedLink> WelcomeAsync(ulong recordedSequence = 0, string generation = "ledger", string filesAddress = "")
    {
        var link = await AcceptAsync();
        await link.SayAsync(new LinkResponse
        {
            Welcome = new Welcome
            {
                LinkToken = "token",
                RecordedSequence = recordedSequence,
                HeartbeatInterval = Duration.FromTimeSpan(HeartbeatInterval),
                LedgerGeneration = generation,
                FilesAddress = filesAddress,
            },
        });
        return link;
    }

    public override async Task Link(
        IAsyncStreamReader<LinkRequest> requestStream, IServerStreamWriter<LinkResponse> responseStream, ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken))
        {
            var link = new ScriptedLink(requestStream.Current.Hello, requestStream, responseStream, context);
            await _links.Writer.WriteAsync(link, context.CancellationToken);
            await link.Ended.WaitAsync(context.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
