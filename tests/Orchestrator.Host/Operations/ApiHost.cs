using System.Net;
using Espero.Orchestrator.Catalog;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;
using Espero.Orchestrator.Operations;
using Espero.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Espero.Orchestrator.Host.Tests.Operations;

/// <summary>The API on a real Kestrel over a real database, without stations and bus.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly WebApplication _application;

    private ApiHost(string database, IReadOnlyDictionary<string, string?> settings)
    {
        var (http, grpc) = (FreePort.Find(), FreePort.Find());
        Http = new Uri($"http://127.0.0.1:{http}");
        Grpc = new Uri($"http://127.0.0.1:{grpc}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = database,
            ["Fleet:MarkKeyFile"] = _data.PathTo("marks.key"),
            ["Catalog:FilesFolder"] = _data.PathTo("files"),
            ["Catalog:FilesAddress"] = Http.ToString(),
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, http, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, grpc, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddDatabase().AddLinks().AddFleet().AddCatalog().AddJobs().AddOperations();
        _application = builder.Build();
        _application.MapCatalog();
        _application.MapOperations();
    }

    public Uri Http { get; }

    public Uri Grpc { get; }

    public string FilesFolder => _data.PathTo("files");

    public IServiceProvider Services => _application.Services;

    public static async Task<ApiHost> StartAsync(string database, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var host = new ApiHost(database, settings.ToDictionary(pair => pair.Key, string? (pair) => pair.Value));
        await host._application.StartAsync(cancellationToken);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _data.Dispose();
    }
}
