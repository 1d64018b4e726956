using Espero.Orchestrator.Database;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Links;
using Npgsql;

namespace Espero.Orchestrator.Dispatch;

/// <summary>
/// Re-judges jobs that have not been offered. A look that finds nothing to change locks and writes nothing, and reads only jobs
/// whose phones are or just were plugged in: thousands that wait for their phones cost nothing.
/// </summary>
internal sealed class SettleStore(NpgsqlDataSource database, TimeProvider time)
{
    // A phone on two ports is a clone or a mistake: neither port is used.
    private const string JudgedSql = $"""
        select {JobMoves.Columns},
            (select count(*) from port join station using (station_id)
                where port.phone_id = job.phone_id and station.site_id = job.site_id and port.obstacle is null) = 1
                and (select count(*) from port where port.phone_id = job.phone_id) = 1 as usable,
            exists (select 1 from release where release.phone_id = job.phone_id and release.ended_at is null) as released,
            waits_for is not distinct from 'maker' and not {PhoneLock.CanBeOpenedSql} as needs_maker
        from job
        """;

    // Jobs that found their phone, whose date or whose phone has come.
    private const string UnsettledSql = $"""
        {JudgedSql}
        where state in ('waiting', 'queued') and site_id = any($1) and waits_for is distinct from 'phone'
            and (waits_for is distinct from 'date' or not_before <= $2)
            and (waits_for is distinct from 'maker' or {PhoneLock.CanBeOpenedSql})
        union all
        {JudgedSql}
        where state = 'waiting' and waits_for = 'phone' and site_id = any($1)
            and phone_id in (select port.phone_id from port join station using (station_id) where station.site_id = any($1))
        """;

    private const string HoldSql = $"""
        {JudgedSql}
        where job_id = any($1) and state in ('waiting', 'queued')
        order by job_id
        for update of job skip locked
        """;

    private const string WaitForSql = "update job set waits_for = $2, changed_at = $3 where job_id = $1";

    /// <summary>Re-judges the jobs at the sites of these stations.</summary>
    public async Task SettleAsync(IReadOnlyList<LinkedStation> stations, TimeSpan countdown, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        string[] sites = [.. stations.Select(station => station.SiteId).Distinct()];
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var unsettled = await ReadAsync(connection, UnsettledSql, [new() { Value = sites }, new() { Value = now }], now, cancellationToken);
        if (unsettled.Count > 0)
        {
            await ChangeAsync(connection, [.. unsettled.Select(one => one.Job.JobId)], now, countdown, cancellationToken);
        }
    }

    // Judged once more under the lock: what was read without one may have changed since.
    private static async Task ChangeAsync(
        NpgsqlConnection connection, Guid[] jobIds, DateTimeOffset now, TimeSpan countdown, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var waits = new NpgsqlBatch(connection);
        var moves = new List<JobMove>();
        var rested = new List<Guid>();
        foreach (var (job, settlement) in await ReadAsync(connection, HoldSql, [new() { Value = jobIds }], now, cancellationToken))
        {
            if (job.WaitsFor is WaitsFor.Date or WaitsFor.Maker && settlement.WaitsFor is not (WaitsFor.Date or WaitsFor.Maker))
            {
                rested.Add(job.JobId);
            }

            if (settlement.Move is { } move)
            {
                // The countdown runs from the moment that nothing is missing: a phone unplugged and back starts it anew.
                moves.Add(move.To is JobState.Queued ? move with { NotBefore = now + countdown } : move);
            }
            else
            {
                waits.BatchCommands.Add(new(WaitForSql)
                {
                    Parameters = { new() { Value = job.JobId }, new() { Value = Words.Of(settlement.WaitsFor!.Value) }, new() { Value = now } },
                });
            }
        }

        if (waits.BatchCommands.Count > 0)
        {
            await waits.ExecuteNonQueryAsync(cancellationToken);
        }

        await JobMoves.ApplyAsync(connection, moves, now, cancellationToken);
        // While it waited for its maker the phone may have been unlocked.
        await JobMoves.LookAnewAsync(connection, [.. rested], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The jobs that are not as they should be, and what to do with each.</summary>
    private static async Task<List<(JobRow Job, Settlement Settlement)>> ReadAsync(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var unsettled = new List<(JobRow, Settlement)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var job = JobMoves.Read(reader);
            var readiness = new Readiness(
                reader.GetBoolean(JobMoves.ColumnCount), reader.GetBoolean(JobMoves.ColumnCount + 1), job.NotBefore,
                reader.GetBoolean(JobMoves.ColumnCount + 2));
            if (Settlement.Of(job, readiness, now) is { } settlement)
            {
                unsettled.Add((job, settlement));
            }
        }

        return unsettled;
    }
}
