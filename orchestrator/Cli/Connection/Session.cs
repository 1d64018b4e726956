using Espero.Cli.Output;
using Espero.Operations.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Espero.Cli.Connection;

/// <summary>One run of the command against one orchestrator.</summary>
internal sealed class Session : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(60);

    private readonly GrpcChannel _channel;

    public Session(Uri address, OutputFormat format, Surroundings surroundings)
    {
        Address = address;
        Surroundings = surroundings;
        Printer = new Printer(format, surroundings);
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { ConnectTimeout = ConnectLimit },
            DisposeHttpClient = true,
        });
        Client = new OperationsService.OperationsServiceClient(_channel);
    }

    public Uri Address { get; }

    public Surroundings Surroundings { get; }

    public Printer Printer { get; }

    public OperationsService.OperationsServiceClient Client { get; }

    /// <summary>Carries the person's language, so that the orchestrator's sentences come in it.</summary>
    public CallOptions Options(CancellationToken cancellationToken) => new(
        new Metadata { { "accept-language", Surroundings.Language } },
        TimeProvider.System.GetUtcNow().UtcDateTime + CallLimit,
        cancellationToken);

    public void Dispose() => _channel.Dispose();
}
