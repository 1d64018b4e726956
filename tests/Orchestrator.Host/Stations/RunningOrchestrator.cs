using System.Net;
using Espero.Testing;
using Espero.Testing.Servers;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace Espero.Orchestrator.Host.Tests.Stations;

/// <summary>The whole orchestrator in this process, on a database and a broker of its own.</summary>
public sealed class RunningOrchestrator : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _application;

    public Seeding.MigratedDatabase Database { get; } = new();

    public GrpcChannel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await Database.InitializeAsync();
        var bus = await FreshBus.CreateAsync(cancellationToken);
        var settings = new ServeSettings(
            new IPEndPoint(IPAddress.Loopback, FreePort.Find()),
            new IPEndPoint(IPAddress.Loopback, FreePort.Find()),
            Database.ConnectionString,
            bus.Address.ToString(),
            _folder.Path,
            Countdown: TimeSpan.Zero);
        _application = OrchestratorHost.Build(settings);
        await _application.StartAsync(cancellationToken);
        Channel = GrpcChannel.ForAddress($"http://{settings.Grpc}");
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _application!.StopAsync();
        await _application.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
