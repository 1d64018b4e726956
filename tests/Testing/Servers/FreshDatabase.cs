using Npgsql;

namespace Espero.Testing.Servers;

/// <summary>An empty database on a real PostgreSQL, for one test class; dropped after it.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;

    private FreshDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>For Npgsql.</summary>
    public string ConnectionString { get; }

    public static async Task<FreshDatabase> CreateAsync(CancellationToken cancellationToken)
    {
        var servers = await SharedServers.GetAsync(cancellationToken);
        var database = new FreshDatabase(servers.Database, $"test_{Guid.NewGuid():n}");
        await database.OnServerAsync($"create database {database._name}", cancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using var pool = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pool);
        await OnServerAsync($"drop database if exists {_name} with (force)", CancellationToken.None);
    }

    private async Task OnServerAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
