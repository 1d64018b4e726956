using Espero.Orchestrator.Dashboard;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;
using Espero.Testing;
using Espero.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>The pages as they are served, over a real PostgreSQL; no station, no bus.</summary>
public sealed class DashboardServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FreshDatabase? _database;
    private WebApplication? _application;

    public Uri Address => new(_application!.Urls.First());

    internal ChangeFeed Feed => Service<ChangeFeed>();

    internal LiveBoard Board => Service<LiveBoard>();

    internal NpgsqlDataSource Database => Service<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        _database = await FreshDatabase.CreateAsync(TestContext.Current.CancellationToken);
        Migrator.Migrate(_database.ConnectionString);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = _database.ConnectionString,
            ["Fleet:MarkKeyFile"] = _folder.PathTo("marks.key"),
            ["Dashboard:KeysFolder"] = _folder.PathTo("form-keys"),
        });
        builder.Services.AddDatabase().AddLinks().AddFleet().AddJobs().AddDashboard();
        builder.Services.AddSingleton<WakeSignal>().AddHostedService<WakeListener>();
        _application = builder.Build();
        _application.MapDashboard();
        await _application.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await _application!.StopAsync(cancellationToken);

    public HttpClient Client(string language)
    {
        var client = new HttpClient { BaseAddress = Address };
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
    }

    private T Service<T>() where T : notnull => _application!.Services.GetRequiredService<T>();
}
