using Npgsql;
using NpgsqlTypes;

namespace Espero.Orchestrator.Fleet;

/// <summary>Reads stations and phones for people and programs. Nothing here decides anything.</summary>
internal sealed partial class FleetReader(NpgsqlDataSource database)
{
    private const string StationsSql = """
        select station_id, site_id, agent_version, flash_slots, last_heard_at, refused_token_at
        from station where $1::text is null or site_id = $1
        order by site_id, station_id
        """;

    private const string PortsSql = """
        select port.station_id, port.path, port.number, port.phone_id, port.mode, port.obstacle, port.unknown_model
        from port join station on station.station_id = port.station_id
        where $1::text is null or station.site_id = $1
        order by port.station_id, port.number, port.path
        """;

    /// <param name="siteId">Null: every site.</param>
    public async Task<IReadOnlyList<StationView>> ListStationsAsync(string? siteId, CancellationToken cancellationToken)
    {
        var ports = (await ReadAllAsync(PortsSql, [Nullable(NpgsqlDbType.Text, siteId)], ReadPort, cancellationToken))
            .ToLookup(port => port.StationId, port => port.Port);
        return await ReadAllAsync(
            StationsSql, [Nullable(NpgsqlDbType.Text, siteId)], row => ReadStation(row, ports), cancellationToken);
    }

    private static StationView ReadStation(NpgsqlDataReader row, ILookup<string, PortView> ports) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
        [.. ports[row.GetString(0)]]);

    private static (string StationId, PortView Port) ReadPort(NpgsqlDataReader row) => (
        row.GetString(0),
        new PortView(row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetGuid(3), Text(row, 4), Text(row, 5), Text(row, 6)));

    private async Task<List<T>> ReadAllAsync<T>(
        string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static NpgsqlParameter Nullable(NpgsqlDbType type, object? value) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
