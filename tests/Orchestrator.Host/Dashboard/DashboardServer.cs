using System.Net;
using Espero.Orchestrator.Catalog;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dashboard;
using Espero.Orchestrator.Dashboard.Public;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;
using Espero.Orchestrator.Operations;
using Espero.Testing;
using Espero.Testing.Servers;
using Espero.Testing.Waiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>The pages as they are served, to the people who work here and to the public, over a real PostgreSQL; no station, no bus.</summary>
public sealed class DashboardServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallModelSet _models = new();
    private FreshDatabase? _database;
    private WebApplication? _application;

    public Uri Address => new(_application!.Urls.First());

    /// <summary>Where visitors are let in.</summary>
    public Uri PublicAddress => new(_application!.Urls.Last());

    /// <summary>False: nothing is known of models.</summary>
    public bool HasModels { get; init; } = true;

    internal ChangeFeed Feed => Service<ChangeFeed>();

    internal LiveBoard Board => Service<LiveBoard>();

    internal NpgsqlDataSource Database => Service<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        _database = await FreshDatabase.CreateAsync(TestContext.Current.CancellationToken);
        Migrator.Migrate(_database.ConnectionString);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.ListenToThePublic(new IPEndPoint(IPAddress.Loopback, 0));
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = _database.ConnectionString,
            ["Fleet:MarkKeyFile"] = _folder.PathTo("marks.key"),
            ["Dashboard:KeysFolder"] = _folder.PathTo("form-keys"),
            ["Catalog:FilesFolder"] = _folder.PathTo("files"),
            ["Catalog:ModelsFolder"] = HasModels ? _models.Folder : "",
        });
        builder.Services.AddDatabase().AddLinks().AddFleet().AddCatalog().AddJobs().AddOperations().AddDashboard();
        builder.Services.AddSingleton<WakeSignal>().AddHostedService<WakeListener>();
        _application = builder.Build();
        _application.UsePublicFace();
        _application.MapOperations();
        _application.MapDashboard();
        await _application.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(
            "the data sets are read",
            _ => Task.FromResult(Service<VerdictBook>().Models.Models.IsEmpty != HasModels),
            TimeSpan.FromSeconds(30),
            TimeProvider.System,
            TestContext.Current.CancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await _application!.StopAsync(cancellationToken);

    public HttpClient Client(string language) => Client(language, Address);

    public HttpClient Visitor(string language) => Client(language, PublicAddress);

    private static HttpClient Client(string language, Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
        _models.Dispose();
    }

    private T Service<T>() where T : notnull => _application!.Services.GetRequiredService<T>();
}
