using Npgsql;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>What is committed in PostgreSQL, read past every program.</summary>
internal sealed class SiteRecords(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(connectionString);

    /// <summary>The phone that its station sees at the address and can use; null while there is none.</summary>
    public Task<Guid?> PhoneAtAsync(string address, CancellationToken cancellationToken) =>
        OneAsync<Guid?>("select phone_id from port where path = $1 and obstacle is null", cancellationToken, address);

    public Task<string?> StateAsync(Guid job, CancellationToken cancellationToken) =>
        OneAsync<string>("select state from job where job_id = $1", cancellationToken, job);

    public Task<string?> FailureClassAsync(Guid job, CancellationToken cancellationToken) =>
        OneAsync<string>("select failure_class from job where job_id = $1", cancellationToken, job);

    public Task<string?> WaitsForAsync(Guid job, CancellationToken cancellationToken) =>
        OneAsync<string>("select waits_for from job where job_id = $1", cancellationToken, job);

    public async Task<bool> IsPreparedAsync(Guid job, CancellationToken cancellationToken) =>
        await OneAsync<bool?>("select prepared_at is not null from job where job_id = $1", cancellationToken, job) is true;

    public async Task<long> EpochAsync(Guid job, CancellationToken cancellationToken) =>
        await OneAsync<long?>("select epoch from job where job_id = $1", cancellationToken, job) ?? 0;

    public async Task<long> CountFactsAsync(Guid job, string kind, CancellationToken cancellationToken) =>
        await OneAsync<long?>("select count(*) from fact where job_id = $1 and kind = $2", cancellationToken, job, kind) ?? 0;

    public async Task<long> CountMovesAsync(Guid job, string toState, CancellationToken cancellationToken) =>
        await OneAsync<long?>("select count(*) from job_event where job_id = $1 and to_state = $2", cancellationToken, job, toState) ?? 0;

    public async Task<long> CountAttemptsAsync(Guid job, CancellationToken cancellationToken) =>
        await OneAsync<long?>("select count(*) from attempt where job_id = $1", cancellationToken, job) ?? 0;

    public async Task<long> CountBuildsAsync(CancellationToken cancellationToken) =>
        await OneAsync<long?>("select count(*) from build", cancellationToken) ?? 0;

    public async Task<long> CountAttemptsPastReturnAsync(Guid job, CancellationToken cancellationToken) =>
        await OneAsync<long?>("select count(*) from attempt where job_id = $1 and passed_point_of_no_return", cancellationToken, job) ?? 0;

    public async Task<long> CountUnlockCodesAsync(CancellationToken cancellationToken) =>
        await OneAsync<long?>("select count(*) from unlock_code", cancellationToken) ?? 0;

    /// <summary>The tables that have a text in some column, as letters or as bytes.</summary>
    public async Task<IReadOnlyList<string>> TablesWithAsync(string text, CancellationToken cancellationToken)
    {
        var tables = await OneAsync<string[]>(
            "select array_agg(table_name::text) from information_schema.tables where table_schema = 'public'", cancellationToken);
        var found = new List<string>();
        foreach (var table in tables!)
        {
            // A bytea is written in hexadecimal digits there.
            var sql = $"select count(*) from {table} as one where one::text like '%' || $1 || '%' or one::text like '%' || encode($1::bytea, 'hex') || '%'";
            if (await OneAsync<long?>(sql, cancellationToken, text) > 0)
            {
                found.Add(table);
            }
        }

        return found;
    }

    /// <summary>Connections of before the database was away are of no more use.</summary>
    public void Reconnect() => _database.Clear();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<T?> OneAsync<T>(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = _database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteScalarAsync(cancellationToken) is { } found and not DBNull ? (T)found : default;
    }
}
