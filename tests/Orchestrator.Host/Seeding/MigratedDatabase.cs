using Espero.Orchestrator.Database;
using Espero.Testing.Servers;
using Google.Protobuf;
using Npgsql;

namespace Espero.Orchestrator.Host.Tests.Seeding;

/// <summary>A fresh database with this program's tables, and the shortest ways to put things into it.</summary>
public sealed class MigratedDatabase : IAsyncLifetime
{
    public const string Site = "atelier-lyon";
    public const string Station = "lyon-1";
    public const string BuildId = "b000000000000000000000000000000000000000000000000000000000000000";
    public const string PlanId = "a000000000000000000000000000000000000000000000000000000000000000";

    // A model that no phone is: each test says itself what its phones are.
    private static readonly byte[] PlanBytes = new Espero.Plan.V1.Plan { Model = new() { Vendor = "espero", Codename = "virtual-a" } }.ToByteArray();

    private FreshDatabase? _database;
    private int _lastPort;

    public NpgsqlDataSource Source { get; private set; } = null!;

    public string ConnectionString => _database!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _database = await FreshDatabase.CreateAsync(TestContext.Current.CancellationToken);
        Migrator.Migrate(_database.ConnectionString);
        Source = NpgsqlDataSource.Create(_database.ConnectionString);
        await RunAsync("insert into site values ($1, now())", Site);
        await RunAsync(
            "insert into station values ($1, $2, 'token', null, null, '0.1.0', 8, now(), now())", Station, Site);
        await RunAsync("insert into build values ($1, 'Demo', '1', 1, '', now())", BuildId);
        await RunAsync("insert into plan values ($1, $2, 'espero/virtual-a', 'demo', '', $3, now())", PlanId, BuildId, PlanBytes);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _database!.DisposeAsync();
    }

    public async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T> ReadAsync<T>(string sql, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var read = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return read is T found ? found : default!;
    }

    /// <summary>A phone that is plugged in at the station, nobody having released it.</summary>
    public async Task<Guid> AddPhoneAsync()
    {
        var phoneId = Guid.CreateVersion7();
        var number = Interlocked.Increment(ref _lastPort);
        await RunAsync("insert into phone values ($1, 'espero/virtual-a', $2, false, now(), now())", phoneId, Site);
        await RunAsync(
            "insert into port values ($1, $2, $3, $4, 'bootloader', null, '{}', now())", Station, $"tcp:127.0.0.1:{number}", number, phoneId);
        return phoneId;
    }

    public async Task<Guid> ReleaseAsync(Guid phoneId)
    {
        var releaseId = Guid.CreateVersion7();
        await RunAsync(
            "insert into release values ($1, $2, 'blank', 'Camille Durand', true, true, true, true, true, now())", releaseId, phoneId);
        return releaseId;
    }

    /// <summary>A job in some state, with the row of its attempt if it has an epoch.</summary>
    public async Task<Guid> AddJobAsync(Guid phoneId, string state, long epoch = 0, Guid? releaseId = null)
    {
        var jobId = Guid.CreateVersion7();
        await RunAsync(
            """
            insert into job (job_id, phone_id, site_id, build_id, plan_id, state, waits_for, epoch, station_id, port_path, release_id,
                submitted_by, submit_key, created_at, changed_at)
            values ($1, $2, $3, $4, $5, $6::text, case when $6 = 'waiting' then 'release' end, $7,
                case when $7 > 0 then $8 end, case when $7 > 0 then 'tcp:127.0.0.1:1' end, $9, 'Camille Durand', $10, now(), now())
            """,
            jobId, phoneId, Site, BuildId, PlanId, state, epoch, Station, releaseId is { } id ? id : DBNull.Value, Guid.CreateVersion7());
        if (epoch > 0)
        {
            await RunAsync("insert into attempt (job_id, epoch, station_id, port_path) values ($1, $2, $3, 'tcp:127.0.0.1:1')", jobId, epoch, Station);
        }

        return jobId;
    }

    /// <summary>A phone, its release and a job whose first attempt a station may be at.</summary>
    public async Task<Guid> AddGrantedJobAsync()
    {
        var phoneId = await AddPhoneAsync();
        return await AddJobAsync(phoneId, "granted", 1, await ReleaseAsync(phoneId));
    }

    public Task<string> StateOfAsync(Guid jobId) => ReadAsync<string>("select state from job where job_id = $1", jobId);
}
