using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>Claims work for the stations that are linked here. Replicas share the table: a row that another one holds is passed over.</summary>
internal sealed class DispatchStore(NpgsqlDataSource database, TimeProvider time)
{
    // A phone on two ports is a clone or a mistake: neither port is used.
    private const string UnsettledSql = $"""
        select {JobMoves.Columns},
            (select count(*) from port join station using (station_id)
                where port.phone_id = job.phone_id and station.site_id = job.site_id and port.obstacle is null) = 1
                and (select count(*) from port where port.phone_id = job.phone_id) = 1 as usable,
            exists (select 1 from release where release.phone_id = job.phone_id and release.ended_at is null) as released
        from job
        where state in ('waiting', 'queued') and site_id = any($1)
        order by job_id
        for update of job skip locked
        """;

    private const string WaitForSql = "update job set waits_for = $2, changed_at = $3 where job_id = $1";

    private const string ClaimSql = $"""
        select {JobMoves.Columns}, claimed_path, claiming_station
        from (
            select job.*, port.path as claimed_path, linked.station_id as claiming_station,
                row_number() over (partition by linked.station_id order by job.created_at, job.job_id) as place,
                linked.slots - (
                    select count(*) from job as held
                    where held.station_id = linked.station_id and held.state in ('offered', 'granted')) as room
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

    private const string DueSql = """
        select job.job_id, job.epoch, job.state, job.asked, port.station_id, port.path, job.phone_id, job.plan_id, plan.bytes
        from job join plan using (plan_id) join port on port.phone_id = job.phone_id
            join station on station.station_id = port.station_id and station.site_id = job.site_id
        where port.station_id = any($1) and port.obstacle is null
            and job.state in ('waiting', 'queued') and job.prepared_at is null
        union all
        select job.job_id, job.epoch, job.state, job.asked, job.station_id, job.port_path, job.phone_id, job.plan_id, plan.bytes
        from job join plan using (plan_id)
        where job.station_id = any($1)
            and (job.state = 'offered' or job.state in ('granted', 'interrupted') and job.asked is not null)
        """;

    /// <summary>Re-judges every job that has not been offered, at the sites of these stations.</summary>
    public async Task SettleAsync(IReadOnlyList<LinkedStation> stations, TimeSpan countdown, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var unsettled = await ReadUnsettledAsync(connection, [.. stations.Select(station => station.SiteId).Distinct()], cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        var moves = new List<JobMove>();
        foreach (var (job, readiness) in unsettled)
        {
            if (Settlement.Of(job, readiness, now) is { } settlement)
            {
                if (settlement.Move is { } move)
                {
                    // The countdown runs from the moment that nothing is missing: a phone unplugged and back starts it anew.
                    moves.Add(move.To is JobState.Queued ? move with { NotBefore = now + countdown } : move);
                }
                else
                {
                    batch.BatchCommands.Add(new(WaitForSql)
                    {
                        Parameters = { new() { Value = job.JobId }, new() { Value = Words.Of(settlement.WaitsFor!.Value) }, new() { Value = now } },
                    });
                }
            }
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await JobMoves.ApplyAsync(connection, moves, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

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

    /// <summary>Every order that a row stands for.</summary>
    public async Task<IReadOnlyList<DueOrder>> ReadDueOrdersAsync(IReadOnlyList<LinkedStation> stations, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(DueSql);
        command.Parameters.Add(new() { Value = stations.Select(station => station.StationId).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<DueOrder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(ReadDueOrder(reader));
        }

        return due;
    }

    private static DueOrder ReadDueOrder(NpgsqlDataReader reader)
    {
        var (jobId, epoch, stationId, path) = (reader.GetGuid(0), reader.GetInt64(1), reader.GetString(4), reader.GetString(5));
        var work = new OrderedWork(jobId, reader.GetGuid(6), path, reader.GetFieldValue<byte[]>(8), reader.GetString(7));
        StationOrder order = (Words.Read<JobState>(reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetString(3)) switch
        {
            (JobState.Offered, _) => new StationOrder.Offer(epoch, work),
            (_, "cancel") => new StationOrder.Cancel(jobId, epoch),
            (_, "inspect") => new StationOrder.Inspect(jobId, epoch, path),
            _ => new StationOrder.Prepare(work),
        };
        return new DueOrder(stationId, jobId, epoch, order);
    }

    private static async Task<List<(JobRow Job, Readiness Readiness)>> ReadUnsettledAsync(
        NpgsqlConnection connection, string[] siteIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(UnsettledSql, connection) { Parameters = { new() { Value = siteIds } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var unsettled = new List<(JobRow, Readiness)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var job = JobMoves.Read(reader);
            unsettled.Add((job, new Readiness(reader.GetBoolean(JobMoves.ColumnCount), reader.GetBoolean(JobMoves.ColumnCount + 1), job.NotBefore)));
        }

        return unsettled;
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
