using System.Text.Json;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Fleet.UnknownModels;
using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Fleet;

/// <summary>Which phone is plugged in where. A picture: what a station shows replaces what it showed before.</summary>
internal sealed class PortStore(NpgsqlDataSource database, ModelRecogniser recogniser, UnknownModelStore unknownModels, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();

    private const string KeepOnlySql = "delete from port where station_id = $1 and path <> all($2)";

    private const string ShowSql = """
        insert into port (station_id, path, number, phone_id, mode, obstacle, facts, seen_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (station_id, path) do update set number = excluded.number, phone_id = excluded.phone_id, mode = excluded.mode,
            obstacle = excluded.obstacle, facts = excluded.facts, seen_at = excluded.seen_at, unknown_model = null
        """;

    private const string WakeSql = $"select pg_notify('{JobMoves.WakeChannel}', site_id) from station where station_id = $1";

    /// <summary>Shows every port of a station; what is not among them is gone.</summary>
    public Task<IReadOnlyList<MatchedPort>> ShowAllAsync(string stationId, IReadOnlyList<SeenPort> ports, CancellationToken cancellationToken) =>
        ShowAsync(stationId, ports, isWhole: true, cancellationToken);

    /// <summary>Shows one port of a station.</summary>
    public Task<IReadOnlyList<MatchedPort>> ShowAsync(string stationId, SeenPort port, CancellationToken cancellationToken) =>
        ShowAsync(stationId, [port], isWhole: false, cancellationToken);

    private async Task<IReadOnlyList<MatchedPort>> ShowAsync(
        string stationId, IReadOnlyList<SeenPort> ports, bool isWhole, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var matched = new List<MatchedPort>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (isWhole)
        {
            string[] paths = [.. ports.Select(port => port.Path)];
            await RunAsync(connection, KeepOnlySql, [new() { Value = stationId }, new() { Value = paths }], cancellationToken);
        }

        foreach (var port in ports)
        {
            var phoneId = port.Phone is { } phone
                ? await PhoneMatcher.MatchAsync(connection, stationId, phone.Marks, Guid.CreateVersion7(now), now, cancellationToken)
                : null;
            await RunAsync(connection, ShowSql, Row(stationId, port, phoneId, now), cancellationToken);
            if (phoneId is { } id)
            {
                await PhoneFactStore.KeepAsync(connection, id, port.Phone!, now, cancellationToken);
                matched.Add(new MatchedPort(port.Path, id));
            }
        }

        await RunAsync(connection, WakeSql, [new() { Value = stationId }], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await recogniser.RecogniseAsync(FactsOf(ports, matched), cancellationToken);
        await unknownModels.SeenAsync(stationId, [.. ports.Where(port => port.Phone is not null).Select(port => port.Path)], cancellationToken);
        return matched;
    }

    private static List<(Guid PhoneId, IReadOnlyDictionary<string, string> Facts)> FactsOf(IReadOnlyList<SeenPort> ports, List<MatchedPort> matched) =>
    [
        .. from match in matched
           join port in ports on match.Path equals port.Path
           select (match.PhoneId, port.Phone!.Facts),
    ];

    private static NpgsqlParameter[] Row(string stationId, SeenPort port, Guid? phoneId, DateTimeOffset now) =>
    [
        new() { Value = stationId },
        new() { Value = port.Path },
        new() { Value = port.Number },
        new() { Value = (object?)phoneId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
        new() { Value = (object?)port.Phone?.Mode ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        new() { Value = (object?)port.Phone?.Obstacle ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        new() { Value = JsonSerializer.Serialize(port.Phone?.Facts ?? NoFacts), NpgsqlDbType = NpgsqlDbType.Jsonb },
        new() { Value = now },
    ];

    private static async Task RunAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
