using Espero.Orchestrator.Catalog;
using Espero.Orchestrator.Dashboard;
using Espero.Orchestrator.Dashboard.Public;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Ledger;
using Espero.Orchestrator.Links;
using Espero.Orchestrator.Operations;
using Espero.Orchestrator.Stations;
using MassTransit;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Espero.Orchestrator;

/// <summary>Puts the parts together and runs them.</summary>
internal static class OrchestratorHost
{
    // Kestrel aborts the process at the system's limit of open files, often 20,000; refusing connections is better.
    private const int MaxConnections = 16_000;
    private const int MaxMessageBytes = 8 * 1024 * 1024;
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(ServeSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            Migrator.Migrate(settings.Database);
            await using var application = Build(settings);
            await application.RunAsync(cancellationToken);
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return exception is OptionsValidationException ? ServeCommand.ExitUsage : 1;
        }
    }

    public static WebApplication Build(ServeSettings settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToConfiguration());
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.Http2.KeepAlivePingDelay = PingDelay;
            kestrel.Limits.Http2.KeepAlivePingTimeout = PingTimeout;
            kestrel.Listen(settings.Grpc, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(settings.Http, listen => listen.Protocols = HttpProtocols.Http1);
            if (settings.PublicHttp is { } open)
            {
                kestrel.ListenToThePublic(open);
            }
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = false; // stations may link while the broker is away: they keep their facts
            host.StopTimeout = TimeSpan.FromSeconds(3);
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = MaxMessageBytes);

        builder.Services
            .AddDatabase()
            .AddLinks()
            .AddFleet()
            .AddCatalog()
            .AddJobs()
            .AddLedger()
            .AddDispatch()
            .AddStations()
            .AddOperations()
            .AddDashboard()
            .AddSingleton<TimeProvider>(new SiteTime(settings.TimeZone));

        var application = builder.Build();
        application.UsePublicFace();
        application.MapStations();
        application.MapCatalog();
        application.MapOperations();
        application.MapDashboard();
        return application;
    }

    private static string? Explain(Exception exception) => exception switch
    {
        MigrationFailedException { InnerException: NpgsqlException and not PostgresException and var fault } => Explain(fault),
        NpgsqlException fault =>
            $"The database cannot be used: {fault.Message}. Check that PostgreSQL runs and that --database says where; then start again.",
        MigrationFailedException fault =>
            $"The database could not be brought up to date: {fault.Message} Nothing of that step was kept. Ask the Espero team before starting again.",
        OptionsValidationException fault => $"The settings cannot be used: {string.Join(" ", fault.Failures)} Correct them and start again.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } fault =>
            $"A port is taken: {fault.Message} Another program uses it, perhaps another orchestrator. Stop that one, or choose another port with --http, --grpc or --public-http.",
        _ => null,
    };
}
