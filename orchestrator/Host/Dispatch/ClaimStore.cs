using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Claims work for the stations that are linked here. Replicas share the table: a row that another one holds is passed over.</summary>
internal sealed class ClaimStore(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly string ClaimSql = $"""
        select {JobMoves.Columns}, claimed_path, claiming_station
        from (
            select job.*, port.path as claimed_path, linked.station_id as claiming_station,
                row_number() over (partition by linked.station_id order by job.created_at, job.job_id) as place,
                linked.slots - (
                    select count(*) from job as held
                    where held.station_id = linked.station_id and held.state in ('offered', 'granted')
                        and not exists ({ParkedAttempts.Of("held", "$3")})) as room
            from unnest($1::text[], $2::integer[]) as linked (station_id, slots)
            join station using (station_id)
            join port on port.station_id = linked.station_id and port.obstacle is null
            join job on job.phone_id = port.phone_id and job.site_id = station.site_id
            where job.state = 'queued' and (job.not_before is null or job.not_before <= $3)
        ) as ready
        where place <= room
        """;

    private const string OfferedSql = """
        insert into attempt (job_id, epoch, station_id, port_path, offered_at)
        select job_id, epoch, station_id, port_path, $2 from job where job_id = any($1)
        on conflict (job_id, epoch) do nothing
        """;

    /// <summary>Offers what is ready, no more than each station has room for: a new epoch and the offer in one commit.</summary>
    public async Task ClaimAsync(IReadOnlyList<LinkedStation> stations, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var claims = await ReadClaimsAsync(connection, stations, now, cancellationToken);
        if (claims.Count == 0)
        {
            return;
        }

        // Read without a lock; what another replica has taken since is no longer queued.
        var held = await JobMoves.LockAsync(connection, [.. claims.Keys], cancellationToken);
        var moves = held
            .Where(job => job.State is JobState.Queued)
            .Select(job => JobMove.Decide(job, JobTrigger.Offer, "espero")! with
            {
                Epoch = job.Epoch + 1,
                StationId = claims[job.JobId].StationId,
                PortPath = claims[job.JobId].PortPath,
            })
            .ToArray();
        await JobMoves.ApplyAsync(connection, moves, now, cancellationToken);
        await using (var offered = new NpgsqlCommand(OfferedSql, connection))
        {
            offered.Parameters.Add(new() { Value = moves.Select(move => move.Job.JobId).ToArray() });
            offered.Parameters.Add(new() { Value = now });
            await offered.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Dictionary<Guid, (string StationId, string PortPath)>> ReadClaimsAsync(
        NpgsqlConnection connection, IReadOnlyList<LinkedStation> stations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ClaimSql, connection);
        command.Parameters.Add(new() { Value = stations.Select(station => station.StationId).ToArray() });
        command.Parameters.Add(new() { Value = stations.Select(station => station.FlashSlots).ToArray() });
        command.Parameters.Add(new() { Value = now });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claims = new Dictionary<Guid, (string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            claims[reader.GetGuid(0)] = (reader.GetString(JobMoves.ColumnCount + 1), reader.GetString(JobMoves.ColumnCount));
        }

        return claims;
    }
}
